-- What the doer says of a day belongs to both, and both keep it: it can be said anew, never changed, hidden or deleted.
alter table follow_throughs enable row level security;
drop policy if exists follow_throughs_read on follow_throughs;
create policy follow_throughs_read on follow_throughs for select to keel_app using (
  couple_id in (select couple_id from members where account_id = (select app.viewer_id()))
);
-- Whether something was said of a day for the first, second or nth time. (A policy cannot ask its own table.)
create or replace function app.was_said(couple uuid, commitment uuid, of_day date, nth integer) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (select from public.follow_throughs f
      where (f.couple_id, f.commitment_id, f.day, f.turn) = (couple, commitment, of_day, nth))
  $$;
revoke execute on function app.was_said(uuid, uuid, date, integer) from public;
grant execute on function app.was_said(uuid, uuid, date, integer) to keel_app;
-- Only the doer says it, of what was accepted, and each time after what was said before: nothing is slipped in ahead of it. Twenty
-- times is more than anybody corrects a day; without an end one could fill the pages of both.
drop policy if exists follow_throughs_write_own on follow_throughs;
create policy follow_throughs_write_own on follow_throughs for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from commitments c where (c.couple_id, c.id, c.doer_id)
      = (follow_throughs.couple_id, follow_throughs.commitment_id, follow_throughs.author_id) and c.accepted
    offset 0
  )
  and (turn = 1 or (turn <= 20 and app.was_said(couple_id, commitment_id, day, turn - 1)))
);
grant select, insert on follow_throughs to keel_app;

-- What a person adds to a day is as visible as its entry.
alter table commitment_remarks enable row level security;
drop policy if exists commitment_remarks_read on commitment_remarks;
create policy commitment_remarks_read on commitment_remarks for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (commitment_remarks.couple_id, commitment_remarks.author_id, commitment_remarks.entry_id)
    offset 0
  ))
);
-- The doer adds words, and only the other says what they noticed.
drop policy if exists commitment_remarks_write_own on commitment_remarks;
create policy commitment_remarks_write_own on commitment_remarks for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from commitments c
    where (c.couple_id, c.id) = (commitment_remarks.couple_id, commitment_remarks.commitment_id) and c.accepted
      and (c.doer_id = commitment_remarks.author_id) = (commitment_remarks.perceived is null)
    offset 0
  )
);
grant select, insert on commitment_remarks to keel_app;
