-- A copy that waits to be taken in is its sender's alone, and is found by nobody once it has waited for an hour.
alter table import_files enable row level security;
drop policy if exists import_files_find_own on import_files;
create policy import_files_find_own on import_files for select to keel_app
  using (account_id = (select app.viewer_id()) and arrived_at > now() - interval '1 hour');
drop policy if exists import_files_send_own on import_files;
create policy import_files_send_own on import_files for insert to keel_app
  with check (account_id = (select app.viewer_id()));
drop policy if exists import_files_drop_own on import_files;
create policy import_files_drop_own on import_files for delete to keel_app
  using (account_id = (select app.viewer_id()));
grant select (account_id, ciphertext), insert (account_id, ciphertext), delete on import_files to keel_app;
-- DEFINER: drops what has waited for longer. The system's, about nobody: it learns only how many, and reads none of them.
create or replace function app.drop_old_files() returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    dropped integer;
  begin
    delete from public.import_files where arrived_at <= now() - interval '1 hour';
    get diagnostics dropped = row_count;
    return dropped;
  end $$;
revoke execute on function app.drop_old_files() from public;
grant execute on function app.drop_old_files() to keel_system;

-- Which of your earlier spaces were made of a copy is yours to know. NOTE: no insert: only what follows below makes one.
alter table imports enable row level security;
drop policy if exists imports_read_own on imports;
create policy imports_read_own on imports for select to keel_app using (author_id = (select app.viewer_id()));
grant select on imports to keel_app;

-- Whether a space was made of a copy, with its caller's own rights. There what was shown, how something hard reached somebody and
-- how far a review went are as the copy has them: the triggers that decide it everywhere else ask this first.
create or replace function app.was_imported(couple uuid) returns boolean
  language sql stable set search_path = ''
  as $$ select exists (select from public.imports i where i.couple_id = couple) $$;
revoke execute on function app.was_imported(uuid) from public;
grant execute on function app.was_imported(uuid) to keel_app;

-- DEFINER: makes a space of the viewer's own copy, where none of that id is. It has ended before anything is in it, and nobody
-- else is or ever comes into it. Of whatever the rows say of people, each is the viewer where `mine` names the column, and else
-- somebody who has no account: nothing is put in anybody's mouth whom there is. `rows` are by table, in parts: each some rows
-- and the columns in which they name the viewer. Answers how many spaces it made: none before the plain notice was read.
create or replace function app.import_space(couple uuid, digest bytea, taken_on date, rows jsonb) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  declare
    me uuid := app.viewer_id();
    nobody uuid := gen_random_uuid();
    columns text;
    named text;
    part jsonb;
    people jsonb;
  begin
    if not exists (select from public.accounts a where (a.id, a.notice_read_on is not null) = (me, true)) then
      return 0;
    end if;
    insert into public.couples (id, ended_at) values (couple, now());
    insert into public.members (couple_id, account_id) values (couple, me);
    insert into public.imports (couple_id, author_id, digest, taken_on) values (couple, me, digest, taken_on);
    foreach named in array array[
      'member_roles', 'sharing_defaults', 'reach_choices', 'gap_choices', 'agreed_words', 'reviews', 'gap_answers',
      'commitments', 'commitment_events', 'commitment_terms', 'mutual_words', 'follow_throughs', 'entries', 'entry_words',
      'check_ins', 'shared_feelings', 'feeling_parts', 'replies', 'felt_heard', 'question_answers', 'struggle_parts',
      'struggle_rests', 'therapy_sessions', 'therapy_parts', 'space_requests', 'space_returns', 'commitment_remarks',
      'commitment_sources', 'announcements', 'acknowledgements', 'acknowledgement_answers', 'review_parts'
    ] loop
      select string_agg(quote_ident(c.column_name), ', ') into columns from information_schema.columns c
      where (c.table_schema, c.table_name, c.is_generated) = ('public', named, 'NEVER');
      for part in select jsonb_array_elements(rows -> named) loop
        select jsonb_object_agg(person, nobody) || jsonb_build_object('couple_id', couple, 'speaker_id', null) into people
        from unnest(array['author_id', 'to_author_id', 'doer_id', 'writer_id']) person;
        select people || coalesce(jsonb_object_agg(person, me), '{}') into people
        from jsonb_array_elements_text(part -> 'mine') person;
        execute format(
          'insert into public.%1$I (%2$s) select %2$s from jsonb_array_elements($1) one, jsonb_populate_record(null::public.%1$I, one || $2)',
          named, columns
        ) using part -> 'rows', people;
      end loop;
    end loop;
    return 1;
  end $$;
revoke execute on function app.import_space(uuid, bytea, date, jsonb) from public;
grant execute on function app.import_space(uuid, bytea, date, jsonb) to keel_app;
