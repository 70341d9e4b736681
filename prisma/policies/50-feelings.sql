-- A shared feeling and its parts are as visible as their entry.
alter table shared_feelings enable row level security;
drop policy if exists shared_feelings_read on shared_feelings;
create policy shared_feelings_read on shared_feelings for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (shared_feelings.couple_id, shared_feelings.author_id, shared_feelings.entry_id)
    offset 0
  ))
);
drop policy if exists shared_feelings_write_own on shared_feelings;
create policy shared_feelings_write_own on shared_feelings for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
);
alter table feeling_parts enable row level security;
drop policy if exists feeling_parts_read on feeling_parts;
create policy feeling_parts_read on feeling_parts for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (feeling_parts.couple_id, feeling_parts.author_id, feeling_parts.entry_id)
    offset 0
  ))
);
drop policy if exists feeling_parts_write_own on feeling_parts;
create policy feeling_parts_write_own on feeling_parts for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
);
-- NOTE: no update and no delete: what was shown is withdrawn or deleted whole, with its entry, and said anew.
grant select on shared_feelings, feeling_parts to keel_app;
grant insert on shared_feelings, feeling_parts to keel_app;

-- A reply is as visible as its entry, whatever became of the feeling it answers.
alter table replies enable row level security;
drop policy if exists replies_read on replies;
create policy replies_read on replies for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (replies.couple_id, replies.author_id, replies.entry_id)
    offset 0
  ))
);
-- You answer what you can read at that moment, of the person you share this space with.
drop policy if exists replies_write_own on replies;
create policy replies_write_own on replies for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from shared_feelings s
    where (s.couple_id, s.author_id, s.entry_id) = (replies.couple_id, replies.to_author_id, replies.to_entry_id)
    offset 0
  )
);
grant select, insert on replies to keel_app;

-- Whether one felt heard is as visible as its entry, which begins as its author's alone.
alter table felt_heard enable row level security;
drop policy if exists felt_heard_read on felt_heard;
create policy felt_heard_read on felt_heard for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (felt_heard.couple_id, felt_heard.author_id, felt_heard.entry_id)
    offset 0
  ))
);
-- You say so of a reply to you, and of nothing else.
drop policy if exists felt_heard_write_own on felt_heard;
create policy felt_heard_write_own on felt_heard for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from replies r
    where (r.couple_id, r.author_id, r.entry_id) = (felt_heard.couple_id, felt_heard.to_author_id, felt_heard.to_entry_id)
      and r.to_author_id = felt_heard.author_id
    offset 0
  )
);
grant select, insert on felt_heard to keel_app;

-- Whoever has the conversation open is told to look again when something in it appears or is taken back, or when the other
-- asks for space; nothing else tells when somebody writes. The notice names the couple and nothing else, and what was never
-- shown makes none.
create or replace function app.tell_to_look_again() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    perform pg_catalog.pg_notify('between_us', coalesce(new.couple_id, old.couple_id)::text);
    return null;
  end $$;
create or replace trigger tell_of_new after insert on entries
  for each row when (new.kind in ('shared_feeling', 'reply', 'felt_heard', 'space', 'review_part') and new.audience = 'partner') execute function app.tell_to_look_again();
create or replace trigger tell_of_change after update of audience on entries
  for each row when (new.kind in ('shared_feeling', 'reply', 'felt_heard', 'space', 'review_part') and old.audience is distinct from new.audience)
  execute function app.tell_to_look_again();
create or replace trigger tell_of_end after delete on entries
  for each row when (old.kind in ('shared_feeling', 'reply', 'felt_heard', 'space', 'review_part') and old.audience = 'partner') execute function app.tell_to_look_again();
revoke execute on function app.tell_to_look_again() from public;
