-- You always see your own entries; your partner's only while you are a couple, and only what they chose to share.
-- (A case and not an or: with an or Postgres collects every row of both kinds before it sorts out a page of them.)
alter table entries enable row level security;
drop policy if exists entries_read on entries;
create policy entries_read on entries for select to keel_app using (
  case when author_id = (select app.viewer_id()) then true
  else couple_id = (select app.viewer_couple_id()) and audience = 'partner' end
);
-- You write only as yourself, only in your present space, and not before you have read the plain notice.
drop policy if exists entries_write_own on entries;
create policy entries_write_own on entries for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (select from accounts where id = (select app.viewer_id()) and notice_read_on is not null)
);
-- What was written in an earlier space can be read and deleted there, never widened.
drop policy if exists entries_show_or_hide_own on entries;
create policy entries_show_or_hide_own on entries for update to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
drop policy if exists entries_delete_own on entries;
create policy entries_delete_own on entries for delete to keel_app using (author_id = (select app.viewer_id()));
-- NOTE: author, couple, kind and day are not granted for update: an entry never changes hands and is never re-dated.
grant select, insert, delete on entries to keel_app;
grant update (audience) on entries to keel_app;

-- Whether an entry is seen, with its caller's own rights.
create or replace function app.sees_entry(couple uuid, author uuid, entry uuid) returns boolean
  language sql stable set search_path = ''
  as $$ select exists (select from public.entries e where (e.couple_id, e.author_id, e.id) = (couple, author, entry)) $$;
revoke execute on function app.sees_entry(uuid, uuid, uuid) from public;
grant execute on function app.sees_entry(uuid, uuid, uuid) to keel_app;

-- Words are visible where they themselves were shown and their entry is: never wider than it.
-- (offset 0 keeps the question about one entry at a time; without it Postgres may read all entries to answer it.)
alter table entry_words enable row level security;
drop policy if exists entry_words_read on entry_words;
create policy entry_words_read on entry_words for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and audience = 'partner' and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (entry_words.couple_id, entry_words.author_id, entry_words.entry_id)
    offset 0
  ))
);
drop policy if exists entry_words_write_own on entry_words;
create policy entry_words_write_own on entry_words for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and superseded_on is null
);
drop policy if exists entry_words_change_own on entry_words;
create policy entry_words_change_own on entry_words for update to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
-- Only words nobody else ever saw can be taken back out of an entry without deleting it.
drop policy if exists entry_words_clear_unshown_own on entry_words;
create policy entry_words_clear_unshown_own on entry_words for delete to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and not shown);
grant select, delete on entry_words to keel_app;
grant insert (couple_id, author_id, entry_id, field, version, audience, shown, ciphertext) on entry_words to keel_app;
grant update (audience, superseded_on, ciphertext) on entry_words to keel_app;

-- What was shown is kept as it was shown: a shown version can be superseded, never rewritten or brought back.
-- (The same words are put under a newer key by the owner alone, logged in as such and in no role taken on: npm run keys:rotate.
-- Serving is never that: its session is the powerless login's, also inside a function that runs with the owner's rights.)
create or replace function app.keep_what_was_shown() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    may_change text[] := array['audience', 'shown', 'superseded_on'];
  begin
    if current_user = session_user
       and pg_has_role(session_user, (select relowner from pg_catalog.pg_class where oid = tg_relid), 'usage') then
      may_change := may_change || array['ciphertext'];
    end if;
    if old.shown and (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change) then
      raise exception 'a version that was shown is kept as it was shown' using errcode = 'integrity_constraint_violation';
    end if;
    if old.superseded_on is not null and new.superseded_on is null then
      raise exception 'a superseded version stays superseded' using errcode = 'integrity_constraint_violation';
    end if;
    -- 2199-12-31 stands for "until it is shown again" (lib/visibility/rules.ts): settled once, then kept.
    if old.superseded_on < '2199-12-31' and new.superseded_on is distinct from old.superseded_on then
      raise exception 'a superseded version stays superseded' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;

-- Words are never wider than their entry, whatever happens at the same time: the entry is held while they are shown, and
-- asked for its audience as it is by then. (A policy would judge by what the statement saw when it began.) Sealing words
-- anew shows them to nobody and holds no entry: whoever narrows it meanwhile would wait for the words, and these for it.
create or replace function app.no_wider_than_the_entry() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    shown_to public."Audience";
  begin
    select e.audience into shown_to from public.entries e
    where (e.couple_id, e.author_id, e.id) = (new.couple_id, new.author_id, new.entry_id) for share;
    if shown_to is distinct from 'partner' then
      raise exception 'words are never wider than their entry' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create or replace trigger a_no_wider before insert or update of couple_id, author_id, entry_id, audience on entry_words
  for each row when (new.audience = 'partner') execute function app.no_wider_than_the_entry();

-- Words were shown from the moment their audience was the partner.
create or replace function app.remember_words_shown() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    new.shown := (tg_op = 'UPDATE' and old.shown) or new.audience = 'partner';
    return new;
  end $$;
create or replace trigger a_remember_first_shown before insert on entry_words
  for each row when (not app.was_imported(new.couple_id)) execute function app.remember_words_shown();
create or replace trigger a_remember_shown before update on entry_words
  for each row execute function app.remember_words_shown();
create or replace trigger b_keep_shown before update on entry_words
  for each row execute function app.keep_what_was_shown();

-- DEFINER: keeps details in step with their entry: narrowing takes the words along; widening marks the numbers as shown.
create or replace function app.follow_the_entry() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.audience = 'only_me' then
      update public.entry_words set audience = 'only_me'
      where (couple_id, author_id, entry_id) = (new.couple_id, new.author_id, new.id);
    else
      update public.check_ins set shown = true
      where (couple_id, author_id, entry_id) = (new.couple_id, new.author_id, new.id) and superseded_on is null;
    end if;
    return null;
  end $$;
create or replace trigger follow after update of audience on entries
  for each row when (old.audience is distinct from new.audience) execute function app.follow_the_entry();
revoke execute on function app.no_wider_than_the_entry(), app.keep_what_was_shown(), app.remember_words_shown(),
  app.follow_the_entry() from public;

-- That you want to be asked again about what you keep is yours alone; you ask it of your own entries, in your present space.
alter table later_choices enable row level security;
drop policy if exists later_choices_own on later_choices;
create policy later_choices_own on later_choices to keel_app
  using (author_id = (select app.viewer_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
grant select, insert, delete on later_choices to keel_app;
