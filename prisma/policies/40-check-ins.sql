-- A check-in is as visible as its entry.
alter table check_ins enable row level security;
drop policy if exists check_ins_read on check_ins;
create policy check_ins_read on check_ins for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and shown and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (check_ins.couple_id, check_ins.author_id, check_ins.entry_id)
    offset 0
  ))
);
drop policy if exists check_ins_write_own on check_ins;
create policy check_ins_write_own on check_ins for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and superseded_on is null
);
drop policy if exists check_ins_change_own on check_ins;
create policy check_ins_change_own on check_ins for update to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
-- NOTE: no delete: a check-in goes with its entry. Whatever is inserted as shown, the trigger below decides.
grant select on check_ins to keel_app;
grant insert (couple_id, author_id, entry_id, version, shown, trust, safety, closeness, love, pain, feelings, need) on check_ins to keel_app;
grant update (superseded_on, trust, safety, closeness, love, pain, feelings, need) on check_ins to keel_app;

-- Numbers were shown from the moment their entry was.
create or replace function app.remember_check_in_shown() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    new.shown := exists (
      select from public.entries e
      where (e.couple_id, e.author_id, e.id) = (new.couple_id, new.author_id, new.entry_id) and e.audience = 'partner'
    );
    return new;
  end $$;
create or replace trigger a_remember_shown before insert on check_ins
  for each row when (not app.was_imported(new.couple_id)) execute function app.remember_check_in_shown();
create or replace trigger b_keep_shown before update on check_ins
  for each row execute function app.keep_what_was_shown();
revoke execute on function app.remember_check_in_shown() from public;

-- On a locked device a check-in can be left for oneself. It is the one thing the role of a locked session may do: it reads
-- nothing, so that it cannot learn what there is, nor that there is something.
alter table left_check_ins enable row level security;
drop policy if exists left_check_ins_leave_own on left_check_ins;
create policy left_check_ins_leave_own on left_check_ins for insert to keel_locked
  with check (account_id = (select app.viewer_id()));
grant insert on left_check_ins to keel_locked;
-- Whoever left it finds it once they have unlocked, and takes it in or drops it.
drop policy if exists left_check_ins_find_own on left_check_ins;
create policy left_check_ins_find_own on left_check_ins for select to keel_app
  using (account_id = (select app.viewer_id()));
drop policy if exists left_check_ins_drop_own on left_check_ins;
create policy left_check_ins_drop_own on left_check_ins for delete to keel_app
  using (account_id = (select app.viewer_id()));
grant select, delete on left_check_ins to keel_app;

-- DEFINER: asks what whoever leaves one may not read. Nothing is left before the plain notice was read, and ten may wait:
-- one after the other, or many at once would each find nine.
create or replace function app.leave_a_few() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if not exists (select from public.accounts where id = new.account_id and notice_read_on is not null) then
      raise exception 'nothing is written before the plain notice was read' using errcode = 'integrity_constraint_violation';
    end if;
    perform pg_advisory_xact_lock(hashtextextended(new.account_id::text, 0));
    if (select count(*) from public.left_check_ins where account_id = new.account_id and id <> new.id) >= 10 then
      raise exception 'ten are waiting' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create or replace trigger a_leave_a_few before insert on left_check_ins
  for each row execute function app.leave_a_few();
revoke execute on function app.leave_a_few() from public;
