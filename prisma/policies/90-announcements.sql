-- How what is announced is to reach you is yours alone. The other learns only the way, when they begin it.
alter table reach_choices enable row level security;
drop policy if exists reach_choices_own on reach_choices;
create policy reach_choices_own on reach_choices to keel_app
  using (author_id = (select app.viewer_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
grant select, insert, delete on reach_choices to keel_app;
grant update (way, local_time) on reach_choices to keel_app;

-- DEFINER: the way the other has chosen, and not the time: whoever begins a correction or an acknowledgement is told what becomes of it.
create or replace function app.way_to_the_other() returns public."ReachWay"
  language sql stable security definer set search_path = ''
  as $$
    select coalesce((select way from public.reach_choices
      where couple_id = app.viewer_couple_id() and author_id = app.viewer_partner_id()), 'now')
  $$;
revoke execute on function app.way_to_the_other() from public;
grant execute on function app.way_to_the_other() to keel_app;

-- What is announced is as visible as its entry. NOTE: when it reaches the other is granted to nobody.
alter table announcements enable row level security;
drop policy if exists announcements_read on announcements;
create policy announcements_read on announcements for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (announcements.couple_id, announcements.author_id, announcements.entry_id)
    offset 0
  ))
);
drop policy if exists announcements_write_own on announcements;
create policy announcements_write_own on announcements for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and (select app.viewer_partner_id()) is not null
);
grant select (couple_id, author_id, entry_id, way) on announcements to keel_app;
grant insert on announcements to keel_app;

-- DEFINER: when something announced reaches the other is what they have chosen, whatever its author says: at once, the next time
-- their clock shows the time, or never here.
create or replace function app.reach_as_chosen() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    chosen public.reach_choices;
    zone text;
    today date;
  begin
    select ch.* into chosen from public.reach_choices ch
    where ch.couple_id = new.couple_id and ch.author_id <> new.author_id;
    select a.time_zone into zone from public.members m join public.accounts a on a.id = m.account_id
    where m.couple_id = new.couple_id and m.account_id <> new.author_id;
    today := (now() at time zone zone)::date;
    new.way := coalesce(chosen.way, 'now');
    new.reaches_at := case new.way
      when 'now' then now()
      when 'at_time' then (select min(moment) from unnest(array[today, today + 1]) as day,
        lateral (select (day + chosen.local_time::time) at time zone zone as moment) as next where moment > now())
    end;
    -- Shown again, what they have opened is found again at once. The way is as for all else: it would tell what was opened.
    if exists (
      select from public.announcement_openings o
      where (o.couple_id, o.author_id, o.entry_id) = (new.couple_id, new.author_id, new.entry_id)
    ) then
      new.reaches_at := old.reaches_at;
    end if;
    return new;
  end $$;
create or replace trigger reach_as_chosen before insert or update of way on announcements
  for each row when (not app.was_imported(new.couple_id)) execute function app.reach_as_chosen();
revoke execute on function app.reach_as_chosen() from public;

-- DEFINER: what was taken back and is shown again reaches the other as they have chosen by now: nobody brings it to them at
-- another time by hiding and showing it. What is for the therapist's room stays so.
create or replace function app.reach_anew() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    update public.announcements a set way = a.way
    where (a.couple_id, a.author_id, a.entry_id) = (new.couple_id, new.author_id, new.id) and a.way <> 'with_therapist';
    return null;
  end $$;
create or replace trigger reach_anew after update of audience on entries
  for each row when (new.audience = 'partner' and old.audience is distinct from new.audience) execute function app.reach_anew();
revoke execute on function app.reach_anew() from public;

-- DEFINER: whether something of the other's that is announced has reached the viewer by now and is shown. Reads the moment past its grant.
-- Its author is told nothing: asking again and again would tell them the other's time.
create or replace function app.has_reached(couple uuid, author uuid, entry uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.announcements c
      join public.entries e on (e.couple_id, e.author_id, e.id) = (c.couple_id, c.author_id, c.entry_id)
      where (c.couple_id, c.author_id, c.entry_id) = (couple, author, entry) and couple = app.viewer_couple_id()
        and author = app.viewer_partner_id() and e.audience = 'partner' and c.reaches_at <= now())
  $$;
revoke execute on function app.has_reached(uuid, uuid, uuid) from public;
grant execute on function app.has_reached(uuid, uuid, uuid) to keel_app;

-- However it was shown: before it reaches the other it is as if it had not been written.
drop policy if exists entries_correction_waits on entries;
drop policy if exists entries_announced_waits on entries;
create policy entries_announced_waits on entries as restrictive for select to keel_app using (
  kind not in ('correction', 'acknowledgement') or author_id = (select app.viewer_id()) or app.has_reached(couple_id, author_id, id)
);

-- That you have opened one is yours alone: whoever wrote it never learns of it. It is forgotten while you cannot read what
-- you opened, or it would tell when that is deleted.
alter table announcement_openings enable row level security;
drop policy if exists announcement_openings_read_own on announcement_openings;
create policy announcement_openings_read_own on announcement_openings for select to keel_app using (
  reader_id = (select app.viewer_id()) and exists (
    select from announcements c
    where (c.couple_id, c.author_id, c.entry_id) = (announcement_openings.couple_id, announcement_openings.author_id, announcement_openings.entry_id)
    offset 0
  )
);
drop policy if exists announcement_openings_open on announcement_openings;
create policy announcement_openings_open on announcement_openings for insert to keel_app with check (
  reader_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and author_id = (select app.viewer_partner_id())
  and exists (
    select from announcements c
    where (c.couple_id, c.author_id, c.entry_id) = (announcement_openings.couple_id, announcement_openings.author_id, announcement_openings.entry_id)
    offset 0
  )
);
grant select, insert on announcement_openings to keel_app;
