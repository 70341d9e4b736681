-- A session, and what somebody brings to it or takes from it, are as visible as their entry.
do $$
  declare
    detail text;
  begin
    foreach detail in array array['therapy_sessions', 'therapy_parts'] loop
      execute format('alter table %I enable row level security', detail);
      execute format('drop policy if exists %1$s_read on %1$I', detail);
      execute format($policy$
        create policy %1$s_read on %1$I for select to keel_app using (
          author_id = (select app.viewer_id())
          or (couple_id = (select app.viewer_couple_id()) and exists (
            select from entries e where (e.couple_id, e.author_id, e.id) = (%1$I.couple_id, %1$I.author_id, %1$I.entry_id)
            offset 0
          ))
        )
      $policy$, detail);
    end loop;
  end $$;

-- Whether an entry is kept by its author, with its caller's own rights.
create or replace function app.is_kept(couple uuid, author uuid, entry uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (select from public.entries e where (e.couple_id, e.author_id, e.id) = (couple, author, entry) and e.audience = 'only_me')
  $$;
revoke execute on function app.is_kept(uuid, uuid, uuid) from public;
grant execute on function app.is_kept(uuid, uuid, uuid) to keel_app;

-- You note your own sessions; one that you go to by yourself, only in an entry that you keep.
drop policy if exists therapy_sessions_write_own on therapy_sessions;
create policy therapy_sessions_write_own on therapy_sessions for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and (kind = 'couple' or app.is_kept(couple_id, author_id, entry_id))
);
-- You add your own words to a session that you can read at that moment; to one of yours alone, only what you keep.
drop policy if exists therapy_parts_write_own on therapy_parts;
create policy therapy_parts_write_own on therapy_parts for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from therapy_sessions s
    where (s.couple_id, s.author_id, s.entry_id, s.kind)
      = (therapy_parts.couple_id, therapy_parts.to_author_id, therapy_parts.to_entry_id, therapy_parts.kind)
    offset 0
  )
  and (kind = 'couple' or app.is_kept(couple_id, author_id, entry_id))
);
-- NOTE: no update and no delete: they go with their entry, and what a session is never changes.
grant select, insert on therapy_sessions, therapy_parts to keel_app;

-- What belongs to a session of one's own is never shown here, by whatever way; not even when the session is gone.
create or replace function app.keep_what_is_of_ones_own() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    if exists (
      select from public.therapy_sessions s
      where (s.couple_id, s.author_id, s.entry_id, s.kind) = (new.couple_id, new.author_id, new.id, 'individual')
    ) or exists (
      select from public.therapy_parts p
      where (p.couple_id, p.author_id, p.entry_id, p.kind) = (new.couple_id, new.author_id, new.id, 'individual')
    ) then
      raise exception 'what belongs to a session of one''s own is shown to nobody' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create or replace trigger a_keep_what_is_of_ones_own before update of audience on entries
  for each row when (new.audience = 'partner') execute function app.keep_what_is_of_ones_own();

-- Whoever takes back or deletes a session of theirs no longer shows what they said for it either: it would tell of the session.
-- What the other said is the other's.
create or replace function app.keep_own_of_session() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    update public.entries e set audience = 'only_me'
    from public.therapy_parts p
    where (p.couple_id, p.author_id, p.to_author_id, p.to_entry_id) = (old.couple_id, old.author_id, old.author_id, old.id)
      and (e.couple_id, e.author_id, e.id) = (p.couple_id, p.author_id, p.entry_id);
    return null;
  end $$;
create or replace trigger keep_own_of_session_of_kept after update of audience on entries
  for each row when (new.kind = 'therapy_session' and new.audience = 'only_me') execute function app.keep_own_of_session();
create or replace trigger keep_own_of_session_of_deleted after delete on entries
  for each row when (old.kind = 'therapy_session') execute function app.keep_own_of_session();
revoke execute on function app.keep_what_is_of_ones_own(), app.keep_own_of_session() from public;

-- What you want to bring to a session is yours alone; you mark what you can read at that moment, here.
alter table therapy_marks enable row level security;
drop policy if exists therapy_marks_own on therapy_marks;
create policy therapy_marks_own on therapy_marks for select to keel_app using (author_id = (select app.viewer_id()));
drop policy if exists therapy_marks_write_own on therapy_marks;
create policy therapy_marks_write_own on therapy_marks for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from entries e
    where (e.couple_id, e.author_id, e.id) = (therapy_marks.couple_id, therapy_marks.to_author_id, therapy_marks.to_entry_id)
    offset 0
  )
);
drop policy if exists therapy_marks_delete_own on therapy_marks;
create policy therapy_marks_delete_own on therapy_marks for delete to keel_app using (author_id = (select app.viewer_id()));
grant select, insert, delete on therapy_marks to keel_app;
