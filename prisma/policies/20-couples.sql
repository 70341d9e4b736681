-- You see the spaces you are or were in. NOTE: no viewer may insert, end or delete one; linking and leaving are system work.
alter table couples enable row level security;
drop policy if exists couples_read_own on couples;
create policy couples_read_own on couples for select to keel_app
  using (id in (select couple_id from members where account_id = (select app.viewer_id())));
-- NOTE: when a space ended is a moment, and not granted.
grant select (id) on couples to keel_app;
drop policy if exists couples_system_read on couples;
create policy couples_system_read on couples for select to keel_system using (app.concerns(id::text));
drop policy if exists couples_system_begin on couples;
create policy couples_system_begin on couples for insert to keel_system with check (app.concerns(id::text) and ended_at is null);
-- Ended is terminal: an ended space is out of reach of every update.
drop policy if exists couples_system_end on couples;
create policy couples_system_end on couples for update to keel_system
  using (app.concerns(id::text) and ended_at is null) with check (ended_at is not null);
grant select, insert on couples to keel_system;
grant update (ended_at) on couples to keel_system;

-- You see who is in your present space, and your own memberships anywhere.
alter table members enable row level security;
drop policy if exists members_read_in_space on members;
create policy members_read_in_space on members for select to keel_app
  using (account_id = (select app.viewer_id()) or couple_id = (select app.viewer_couple_id()));
grant select on members to keel_app;
drop policy if exists members_system_read on members;
create policy members_system_read on members for select to keel_system using (app.concerns(account_id::text));
-- Nobody is put into a space that has ended, nor into one the transaction is not about.
drop policy if exists members_system_join on members;
create policy members_system_join on members for insert to keel_system with check (
  app.concerns(account_id::text)
  and exists (select from couples where couples.id = members.couple_id and couples.ended_at is null)
);
grant select, insert on members to keel_system;

-- DEFINER: a space holds two people at most; counted past every policy, because who joins sees only themselves.
create or replace function app.two_at_most() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if (select count(*) from public.members where couple_id = new.couple_id) > 2 then
      raise exception 'a space holds two people at most' using errcode = 'integrity_constraint_violation';
    end if;
    return null;
  end $$;
create or replace trigger two_at_most after insert on members for each row execute function app.two_at_most();
revoke execute on function app.two_at_most() from public;

-- How you name your part is yours; your partner reads it only where you show it.
alter table member_roles enable row level security;
drop policy if exists member_roles_read on member_roles;
create policy member_roles_read on member_roles for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and audience = 'partner')
);
drop policy if exists member_roles_name_own on member_roles;
create policy member_roles_name_own on member_roles for insert to keel_app
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
drop policy if exists member_roles_change_own on member_roles;
create policy member_roles_change_own on member_roles for update to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
drop policy if exists member_roles_retire_own on member_roles;
create policy member_roles_retire_own on member_roles for delete to keel_app using (author_id = (select app.viewer_id()));
grant select, insert, delete on member_roles to keel_app;
grant update (role, audience) on member_roles to keel_app;

-- What your entries start with is never shown to anyone else.
alter table sharing_defaults enable row level security;
drop policy if exists sharing_defaults_own on sharing_defaults;
create policy sharing_defaults_own on sharing_defaults to keel_app
  using (author_id = (select app.viewer_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
grant select, insert, delete on sharing_defaults to keel_app;
grant update (numbers, words) on sharing_defaults to keel_app;

-- You make, list and revoke your own invitations; the system finds one by the hash of its link or words.
alter table invitations enable row level security;
drop policy if exists invitations_read_own on invitations;
create policy invitations_read_own on invitations for select to keel_app using (author_id = (select app.viewer_id()));
-- Only out of a space of one: two people cannot be joined by a third.
drop policy if exists invitations_make_own on invitations;
create policy invitations_make_own on invitations for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and (select app.viewer_partner_id()) is null and accepted_at is null
);
drop policy if exists invitations_revoke_own on invitations;
create policy invitations_revoke_own on invitations for update to keel_app
  using (author_id = (select app.viewer_id())) with check (revoked_at is not null);
grant select (couple_id, author_id, id, expires_at, revoked_at, accepted_at) on invitations to keel_app;
grant insert (couple_id, author_id, id, link_hash, code_hash, expires_at) on invitations to keel_app;
grant update (revoked_at) on invitations to keel_app;
drop policy if exists invitations_system_found on invitations;
create policy invitations_system_found on invitations for select to keel_system
  using (app.concerns(encode(link_hash, 'hex')) or app.concerns(encode(code_hash, 'hex')));
drop policy if exists invitations_system_accept on invitations;
create policy invitations_system_accept on invitations for update to keel_system
  using (accepted_at is null and revoked_at is null and expires_at > now()
    and (app.concerns(encode(link_hash, 'hex')) or app.concerns(encode(code_hash, 'hex'))))
  with check (accepted_at is not null);
grant select on invitations to keel_system;
grant update (accepted_at) on invitations to keel_system;
