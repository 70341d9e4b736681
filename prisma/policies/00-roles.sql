-- Roles that cannot log in (prisma/serving-login.ts makes them), and one schema of functions. The serving login is a member
-- of all of them without inheriting from any: a query outside asViewer, asLocked, asGuest or asSystem is refused by Postgres.

-- Nothing is anybody's until a policy file says so.
revoke all on schema public from public;
revoke all on all tables in schema public from public, keel_app, keel_locked, keel_guest, keel_system;
create schema if not exists app;
revoke all on schema app from public;
revoke all on all functions in schema app from public, keel_app, keel_locked, keel_guest, keel_system;
alter default privileges in schema app revoke execute on functions from public;
grant usage on schema public, app to keel_app, keel_locked, keel_guest, keel_system;

-- Who is asking, as asViewer or asLocked said in the first statement of this transaction. Null for nobody.
create or replace function app.viewer_id() returns uuid
  language sql stable parallel safe set search_path = ''
  as $$ select nullif(current_setting('app.viewer_id', true), '')::uuid $$;

-- Whether the viewer looks at what is theirs as their partner reads it (95-lens.sql). It can only narrow.
create or replace function app.through_partners_eyes() returns boolean
  language sql stable parallel safe set search_path = ''
  as $$ select current_setting('app.through_partners_eyes', true) is not distinct from 'on' $$;

-- DEFINER: the one space the viewer is in now. Reads accounts past its policy, for the asking viewer only.
create or replace function app.viewer_couple_id() returns uuid
  language sql stable security definer set search_path = ''
  as $$ select current_couple_id from public.accounts where id = app.viewer_id() $$;

-- DEFINER: the other person in that space, if there is one.
create or replace function app.viewer_partner_id() returns uuid
  language sql stable security definer set search_path = ''
  as $$
    select account_id from public.members
    where couple_id = app.viewer_couple_id() and account_id <> app.viewer_id()
  $$;

-- Whom a system transaction is about: ids, an address, the hex of a token hash. It sees nobody else. A guest is concerned by
-- the hashes of their visits' tokens.
create or replace function app.concerns(subject text) returns boolean
  language sql stable parallel safe set search_path = ''
  as $$ select subject = any (string_to_array(current_setting('app.subjects', true), ' ')) $$;

revoke execute on all functions in schema app from public;
grant execute on function app.viewer_id(), app.viewer_couple_id(), app.viewer_partner_id(), app.through_partners_eyes()
  to keel_app;
grant execute on function app.viewer_id() to keel_locked;
grant execute on function app.concerns(text) to keel_system;
