-- What corrections have, acknowledgements have too: the same tables, under the name of what they do. Policies go by another
-- name from now on, so those that went by the old one are dropped (the new ones come with prisma/policies).
ALTER TYPE "CorrectionWay" RENAME TO "ReachWay";

ALTER TABLE "correction_choices" RENAME TO "reach_choices";
ALTER TABLE "reach_choices" RENAME CONSTRAINT "correction_choices_pkey" TO "reach_choices_pkey";
ALTER TABLE "reach_choices" RENAME CONSTRAINT "correction_choices_couple_id_author_id_fkey" TO "reach_choices_couple_id_author_id_fkey";
ALTER TABLE "reach_choices" RENAME CONSTRAINT "correction_choices_check" TO "reach_choices_check";
ALTER TABLE "reach_choices" RENAME CONSTRAINT "correction_choices_local_time_check" TO "reach_choices_local_time_check";

ALTER TABLE "corrections" RENAME TO "announcements";
ALTER TABLE "announcements" RENAME CONSTRAINT "corrections_pkey" TO "announcements_pkey";
ALTER TABLE "announcements" RENAME CONSTRAINT "corrections_couple_id_author_id_entry_id_fkey" TO "announcements_couple_id_author_id_entry_id_fkey";

ALTER TABLE "correction_openings" RENAME TO "announcement_openings";
ALTER TABLE "announcement_openings" RENAME CONSTRAINT "correction_openings_pkey" TO "announcement_openings_pkey";
ALTER TABLE "announcement_openings" RENAME CONSTRAINT "correction_openings_couple_id_author_id_entry_id_fkey" TO "announcement_openings_couple_id_author_id_entry_id_fkey";
ALTER TABLE "announcement_openings" RENAME CONSTRAINT "correction_openings_couple_id_reader_id_fkey" TO "announcement_openings_couple_id_reader_id_fkey";

DROP POLICY IF EXISTS "correction_choices_own" ON "reach_choices";
DROP POLICY IF EXISTS "correction_choices_lens" ON "reach_choices";
DROP POLICY IF EXISTS "corrections_read" ON "announcements";
DROP POLICY IF EXISTS "corrections_write_own" ON "announcements";
DROP POLICY IF EXISTS "corrections_lens" ON "announcements";
DROP POLICY IF EXISTS "correction_openings_read_own" ON "announcement_openings";
DROP POLICY IF EXISTS "correction_openings_open" ON "announcement_openings";
DROP POLICY IF EXISTS "correction_openings_lens" ON "announcement_openings";
