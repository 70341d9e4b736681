-- Your account is read and changed by you alone. Hashes are never granted to the viewer's role.
alter table accounts enable row level security;
drop policy if exists accounts_read_own on accounts;
create policy accounts_read_own on accounts for select to keel_app using (id = (select app.viewer_id()));
drop policy if exists accounts_change_own on accounts;
create policy accounts_change_own on accounts for update to keel_app
  using (id = (select app.viewer_id())) with check (id = (select app.viewer_id()));
grant select (id, email, time_zone, recovery_by_mail, writing_help, notice_read_on, current_couple_id) on accounts to keel_app;
grant update (time_zone, recovery_by_mail, writing_help, notice_read_on) on accounts to keel_app;

-- Signing up, signing in, recovering and linking concern the people they name and nobody else.
drop policy if exists accounts_system_subjects on accounts;
create policy accounts_system_subjects on accounts to keel_system
  using (app.concerns(id::text) or app.concerns(email))
  with check (app.concerns(id::text) or app.concerns(email));
grant select, insert on accounts to keel_system;
grant update (passphrase_hash, recovery_hash, current_couple_id) on accounts to keel_system;

-- Your name is read by you and by the person you share a space with, for as long as you share it.
alter table profiles enable row level security;
drop policy if exists profiles_read_in_space on profiles;
create policy profiles_read_in_space on profiles for select to keel_app
  using (account_id = (select app.viewer_id()) or account_id = (select app.viewer_partner_id()));
drop policy if exists profiles_change_own on profiles;
create policy profiles_change_own on profiles for update to keel_app
  using (account_id = (select app.viewer_id())) with check (account_id = (select app.viewer_id()));
grant select on profiles to keel_app;
grant update (name) on profiles to keel_app;
drop policy if exists profiles_system_subjects on profiles;
create policy profiles_system_subjects on profiles to keel_system
  using (app.concerns(account_id::text)) with check (app.concerns(account_id::text));
grant select, insert on profiles to keel_system;

-- Your devices are listed to you, and you may sign any of them out. Signing in again makes a new row; nothing revives one.
alter table sessions enable row level security;
drop policy if exists sessions_read_own on sessions;
create policy sessions_read_own on sessions for select to keel_app using (account_id = (select app.viewer_id()));
drop policy if exists sessions_revoke_own on sessions;
create policy sessions_revoke_own on sessions for update to keel_app
  using (account_id = (select app.viewer_id()) and revoked_at is null)
  with check (account_id = (select app.viewer_id()));
grant select (id, account_id, device_label, created_at, last_seen_at, stepped_up_at, revoked_at) on sessions to keel_app;
grant update (revoked_at) on sessions to keel_app;
drop policy if exists sessions_system_subjects on sessions;
create policy sessions_system_subjects on sessions to keel_system
  using (app.concerns(account_id::text)) with check (app.concerns(account_id::text));
grant select, insert on sessions to keel_system;
grant update (stepped_up_at, revoked_at, locked_at, last_seen_at, pin_hash, pin_tries, challenge_hash, answer_by) on sessions
  to keel_system;

-- DEFINER: turns a session's token hash into the person it belongs to. Run on every request, before anyone is known.
-- A session ends when it is revoked, or after thirty days unused. Unused for a quarter of an hour it locks, and stays locked
-- until it is unlocked; on a device that others use too it is over after ten minutes. `active`: whether being asked is a use.
drop function if exists app.enter(bytea);
drop function if exists app.enter(bytea, boolean);
create or replace function app.enter(token bytea, active boolean)
  returns table (session_id uuid, account_id uuid, couple_id uuid, partner_id uuid, name text, partner_name text,
                 time_zone text, notice_read boolean, stepped_up_at timestamptz, reset_pending boolean,
                 locked boolean, shared boolean, pin_tries_left integer, writing_help boolean)
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    perform app.leave_if_due(token);
    update public.sessions s set locked_at = now(), revoked_at = case when s.shared then now() else s.revoked_at end
    where s.token_hash = token and s.revoked_at is null and s.locked_at is null
      and s.last_seen_at < now() - interval '10 minutes'
      and (s.last_seen_at < now() - interval '15 minutes' or s.shared);
    update public.sessions s set last_seen_at = now()
    where active and s.token_hash = token and s.revoked_at is null and s.locked_at is null
      and s.last_seen_at < now() - interval '1 minute';
    return query
      select s.id, a.id, a.current_couple_id, other.account_id, mine.name, theirs.name,
             a.time_zone, a.notice_read_on is not null, s.stepped_up_at,
             exists (select from public.mail_resets r
                     where r.account_id = a.id and r.used_at is null and r.expires_at > now()),
             s.locked_at is not null, s.shared, case when s.pin_hash is not null then 5 - s.pin_tries end,
             a.writing_help
      from public.sessions s
      join public.accounts a on a.id = s.account_id
      join public.profiles mine on mine.account_id = a.id
      left join public.members other on other.couple_id = a.current_couple_id and other.account_id <> a.id
      left join public.profiles theirs on theirs.account_id = other.account_id
      where s.token_hash = token and s.revoked_at is null and s.last_seen_at > now() - interval '30 days';
  end $$;
revoke execute on function app.enter(bytea, boolean) from public;
-- NOTE: granted to the serving login itself (prisma/serving-login.ts), the one thing it may do outside a transaction.

-- Your passkeys are listed to you, and you may take any of them away. What a device signs with them is judged by the
-- system when it is about you, and only the system adds one: no slip in a page can.
alter table passkeys enable row level security;
drop policy if exists passkeys_read_own on passkeys;
create policy passkeys_read_own on passkeys for select to keel_app using (account_id = (select app.viewer_id()));
drop policy if exists passkeys_remove_own on passkeys;
create policy passkeys_remove_own on passkeys for delete to keel_app using (account_id = (select app.viewer_id()));
grant select (account_id, id, ciphertext, added_on), delete on passkeys to keel_app;
drop policy if exists passkeys_system_subjects on passkeys;
create policy passkeys_system_subjects on passkeys to keel_system
  using (app.concerns(account_id::text)) with check (app.concerns(account_id::text));
-- NOTE: of a passkey that is there only the counter changes, and the system does not read what its owner calls it.
grant select (account_id, id, credential_id, public_key, counter, transports) on passkeys to keel_system;
grant insert on passkeys to keel_system;
grant update (counter) on passkeys to keel_system;

-- A reset mail is looked up by its token and belongs to one person; viewers never see this table.
alter table mail_resets enable row level security;
drop policy if exists mail_resets_system_subjects on mail_resets;
create policy mail_resets_system_subjects on mail_resets to keel_system
  using (app.concerns(account_id::text) or app.concerns(encode(token_hash, 'hex')))
  with check (app.concerns(account_id::text));
grant select, insert on mail_resets to keel_system;
grant update (used_at) on mail_resets to keel_system;

-- Your reminder is yours. The system sees one when it is due, and afterwards only while it is about its owner: a row that
-- is moved must still be seen by whoever moves it.
alter table reminders enable row level security;
drop policy if exists reminders_own on reminders;
create policy reminders_own on reminders to keel_app
  using (account_id = (select app.viewer_id())) with check (account_id = (select app.viewer_id()));
grant select, insert, delete on reminders to keel_app;
grant update (local_time, next_at, told) on reminders to keel_app;
drop policy if exists reminders_system_due on reminders;
create policy reminders_system_due on reminders for select to keel_system
  using (next_at <= now() or app.concerns(account_id::text));
drop policy if exists reminders_system_move on reminders;
create policy reminders_system_move on reminders for update to keel_system
  using (next_at <= now()) with check (app.concerns(account_id::text));
grant select on reminders to keel_system;
grant update (next_at, told) on reminders to keel_system;

-- The safety check is its owner's alone: no partner, no system, and its answer is ciphertext.
alter table safety_checks enable row level security;
drop policy if exists safety_checks_own on safety_checks;
create policy safety_checks_own on safety_checks to keel_app
  using (account_id = (select app.viewer_id())) with check (account_id = (select app.viewer_id()));
grant select, insert, delete on safety_checks to keel_app;
grant update (ciphertext) on safety_checks to keel_app;

-- A draft is its writer's alone, in whatever space they are.
alter table drafts enable row level security;
drop policy if exists drafts_own on drafts;
create policy drafts_own on drafts to keel_app
  using (account_id = (select app.viewer_id())) with check (account_id = (select app.viewer_id()));
grant select, insert, delete on drafts to keel_app;
grant update (ciphertext) on drafts to keel_app;

-- NOTE: installation has no policy and no grant: only the owner, who migrates and never serves, reads it.
alter table installation enable row level security;
-- NOTE: the throttle's table belongs to the housekeeping role, which can read nothing else.
alter table rate_limits enable row level security;
grant usage, create on schema public to keel_jobs;
alter table rate_limits owner to keel_jobs;
revoke create on schema public from keel_jobs;
