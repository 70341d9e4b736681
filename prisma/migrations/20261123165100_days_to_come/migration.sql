-- A day that may be hard can be named before it comes, as a session can.
ALTER TABLE "entries" DROP CONSTRAINT "entries_check";
ALTER TABLE "entries"
  ADD CONSTRAINT "entries_check" CHECK ("written_on" >= "happened_on" OR "kind" IN ('therapy_session', 'trigger_day'));
