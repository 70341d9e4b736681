-- Somebody without an account, who was given a link and its words, reads what one person put into a packet: with both links,
-- what both did. Whoever opens none of the two reads nothing of that person's, and the two learn nothing of each other's.

-- DEFINER: whether a space goes on at this moment: nobody's departure from it is due. When it ended is granted to nobody.
create or replace function app.goes_on(couple uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.couples c where c.id = couple and c.ended_at is null)
      and not exists (select from public.departures d where d.couple_id = couple and d.leave_at <= now())
  $$;
-- Whether both have agreed to what both bring, with its caller's own rights.
create or replace function app.all_agreed(couple uuid, maker uuid, packet uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (
      select from public.packets k
      where (k.couple_id, k.author_id, k.id) = (couple, maker, packet) and (k.kind = 'own' or 2 = (
        select count(*) from public.packet_parts p
        where (p.couple_id, p.maker_id, p.packet_id) = (couple, maker, packet) and p.consented_on is not null
      ))
    )
  $$;

-- Your links are yours alone, and so is when they were opened: the other learns neither.
alter table guest_links enable row level security;
drop policy if exists guest_links_read_own on guest_links;
create policy guest_links_read_own on guest_links for select to keel_app using (author_id = (select app.viewer_id()));
-- You make one to what you have agreed to yourself, once everybody has agreed to theirs.
drop policy if exists guest_links_make_own on guest_links;
create policy guest_links_make_own on guest_links for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and app.is_consented_to(couple_id, maker_id, packet_id, author_id) and app.all_agreed(couple_id, maker_id, packet_id)
);
-- What you end stays ended.
drop policy if exists guest_links_end_own on guest_links;
create policy guest_links_end_own on guest_links for update to keel_app
  using (author_id = (select app.viewer_id())) with check (revoked_at is not null);
grant select (couple_id, maker_id, packet_id, author_id, id, made_at, days, revoked_at, ciphertext) on guest_links to keel_app;
-- NOTE: when it was made is the database's to say, and with it when it is over.
grant insert (couple_id, maker_id, packet_id, author_id, id, link_hash, code_hash, days, ciphertext) on guest_links to keel_app;
grant update (revoked_at) on guest_links to keel_app;

alter table guest_visits enable row level security;
drop policy if exists guest_visits_read_own on guest_visits;
create policy guest_visits_read_own on guest_visits for select to keel_app using (author_id = (select app.viewer_id()));
grant select (couple_id, author_id, link_id, id, opened_at, saved_at) on guest_visits to keel_app;

-- The system finds a link by its address and its words together, never by one of them, and notes that it was opened.
drop policy if exists guest_links_system_found on guest_links;
create policy guest_links_system_found on guest_links for select to keel_system using (
  app.concerns(encode(link_hash, 'hex')) and app.concerns(encode(code_hash, 'hex'))
  and revoked_at is null and made_at + days * interval '24 hours' > now() and app.goes_on(couple_id)
);
grant select on guest_links to keel_system;
drop policy if exists guest_visits_system_opens on guest_visits;
create policy guest_visits_system_opens on guest_visits for insert to keel_system with check (
  exists (select from guest_links l where (l.couple_id, l.author_id, l.id) = (guest_visits.couple_id, guest_visits.author_id, guest_visits.link_id))
);
grant insert (couple_id, author_id, link_id, id, token_hash) on guest_visits to keel_system;

-- A guest is known by the tokens of their visits, and by nothing else. (Whether one still lasts is asked where it opens
-- something: who ends their visit must still find it.)
drop policy if exists guest_visits_guest on guest_visits;
create policy guest_visits_guest on guest_visits for select to keel_guest using (app.concerns(encode(token_hash, 'hex')));
-- They say that they saved it, and end their visit; they do not make it longer.
drop policy if exists guest_visits_guest_ends on guest_visits;
create policy guest_visits_guest_ends on guest_visits for update to keel_guest
  using (app.concerns(encode(token_hash, 'hex')) and open_until > now())
  with check (open_until <= opened_at + interval '2 hours');
grant select (couple_id, author_id, link_id, id, token_hash, opened_at, open_until), update (open_until, saved_at) on guest_visits to keel_guest;

drop policy if exists guest_links_guest on guest_links;
create policy guest_links_guest on guest_links for select to keel_guest using (
  revoked_at is null and made_at + days * interval '24 hours' > now() and app.goes_on(couple_id)
  and exists (
    select from guest_visits v
    where (v.couple_id, v.author_id, v.link_id) = (guest_links.couple_id, guest_links.author_id, guest_links.id) and v.open_until > now()
  )
);
grant select (couple_id, maker_id, packet_id, author_id, id, made_at, days, revoked_at, ciphertext) on guest_links to keel_guest;
drop policy if exists packet_parts_guest on packet_parts;
create policy packet_parts_guest on packet_parts for select to keel_guest using (
  consented_on is not null and exists (
    select from guest_links l
    where (l.couple_id, l.maker_id, l.packet_id, l.author_id)
      = (packet_parts.couple_id, packet_parts.maker_id, packet_parts.packet_id, packet_parts.author_id)
  )
);
grant select on packet_parts to keel_guest;
drop policy if exists packet_items_guest on packet_items;
create policy packet_items_guest on packet_items for select to keel_guest
  using (app.is_consented_to(couple_id, maker_id, packet_id, author_id));
-- NOTE: whether the other of the two could read it is no guest's business.
grant select (couple_id, maker_id, packet_id, author_id, entry_id, portion, ciphertext) on packet_items to keel_guest;
drop policy if exists packets_guest on packets;
create policy packets_guest on packets for select to keel_guest using (
  exists (select from packet_parts p where (p.couple_id, p.maker_id, p.packet_id) = (packets.couple_id, packets.author_id, packets.id))
);
grant select on packets to keel_guest;
-- Of names, those of the people whose part they read.
drop policy if exists profiles_guest on profiles;
create policy profiles_guest on profiles for select to keel_guest
  using (exists (select from guest_links l where l.author_id = profiles.account_id));
grant select on profiles to keel_guest;

-- What was agreed to is taken back for good: a link to it does not open what is agreed to later.
create or replace function app.end_links() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    update public.guest_links l set revoked_at = now()
    where (l.couple_id, l.maker_id, l.packet_id, l.author_id) = (new.couple_id, new.maker_id, new.packet_id, new.author_id)
      and l.revoked_at is null;
    return null;
  end $$;
create or replace trigger end_links after update of consented_on on packet_parts
  for each row when (old.consented_on is not null and new.consented_on is null) execute function app.end_links();

revoke execute on function app.goes_on(uuid), app.all_agreed(uuid, uuid, uuid), app.end_links() from public;
grant execute on function app.all_agreed(uuid, uuid, uuid) to keel_app;
grant execute on function app.goes_on(uuid) to keel_system, keel_guest;
grant execute on function app.concerns(text), app.is_consented_to(uuid, uuid, uuid, uuid) to keel_guest;
