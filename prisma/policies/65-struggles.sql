-- NOTE: a struggle is an entry and its words, and needs no table of its own (30-entries.sql).

-- A person's part in a struggle is as visible as its entry, whatever became of the struggle.
alter table struggle_parts enable row level security;
drop policy if exists struggle_parts_read on struggle_parts;
create policy struggle_parts_read on struggle_parts for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (struggle_parts.couple_id, struggle_parts.author_id, struggle_parts.entry_id)
    offset 0
  ))
);
-- You write your own part and nobody else's, in a struggle that you can read at that moment.
drop policy if exists struggle_parts_write_own on struggle_parts;
create policy struggle_parts_write_own on struggle_parts for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from entries e
    where (e.couple_id, e.author_id, e.id) = (struggle_parts.couple_id, struggle_parts.to_author_id, struggle_parts.to_entry_id)
      and e.kind = 'struggle'
    offset 0
  )
);
-- NOTE: no update and no delete: a part goes with its entry, and is said anew.
grant select, insert on struggle_parts to keel_app;

-- Whoever takes back or deletes a struggle of theirs no longer shows their own part in it either: it would tell of the struggle.
-- The other's part is the other's.
create or replace function app.keep_own_part() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    update public.entries e set audience = 'only_me'
    from public.struggle_parts p
    where (p.couple_id, p.author_id, p.to_author_id, p.to_entry_id) = (old.couple_id, old.author_id, old.author_id, old.id)
      and (e.couple_id, e.author_id, e.id) = (p.couple_id, p.author_id, p.entry_id);
    return null;
  end $$;
create or replace trigger keep_own_part_of_kept after update of audience on entries
  for each row when (new.kind = 'struggle' and new.audience = 'only_me') execute function app.keep_own_part();
create or replace trigger keep_own_part_of_deleted after delete on entries
  for each row when (old.kind = 'struggle') execute function app.keep_own_part();
revoke execute on function app.keep_own_part() from public;

-- That a struggle can rest for you is yours, and your partner's to know for as long as the struggle is shown.
alter table struggle_rests enable row level security;
drop policy if exists struggle_rests_read on struggle_rests;
create policy struggle_rests_read on struggle_rests for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (struggle_rests.couple_id, struggle_rests.to_author_id, struggle_rests.to_entry_id)
      and e.audience = 'partner'
    offset 0
  ))
);
-- You say it for yourself, of a struggle that both of you can read at that moment.
drop policy if exists struggle_rests_say_own on struggle_rests;
create policy struggle_rests_say_own on struggle_rests for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from entries e
    where (e.couple_id, e.author_id, e.id) = (struggle_rests.couple_id, struggle_rests.to_author_id, struggle_rests.to_entry_id)
      and e.kind = 'struggle' and e.audience = 'partner'
    offset 0
  )
);
-- You take it back, wherever you said it.
drop policy if exists struggle_rests_take_back_own on struggle_rests;
create policy struggle_rests_take_back_own on struggle_rests for delete to keel_app using (author_id = (select app.viewer_id()));
grant select, insert, delete on struggle_rests to keel_app;
