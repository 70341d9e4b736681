-- That somebody asked for space, and until when, is as visible as its entry.
alter table space_requests enable row level security;
drop policy if exists space_requests_read on space_requests;
create policy space_requests_read on space_requests for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (space_requests.couple_id, space_requests.author_id, space_requests.entry_id)
    offset 0
  ))
);
-- You ask in your own name, and what you ask for runs.
drop policy if exists space_requests_write_own on space_requests;
create policy space_requests_write_own on space_requests for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and not over
);
-- You end your own while its time runs, and what has ended stays so: asking again is a new request. What the other can read
-- stands still from then on, or it would tell when you came back.
drop policy if exists space_requests_end_own on space_requests;
create policy space_requests_end_own on space_requests for update to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and until > now())
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and over);
grant select, insert on space_requests to keel_app;
grant update (over) on space_requests to keel_app;

-- That you came back after the time had passed is yours alone.
alter table space_returns enable row level security;
drop policy if exists space_returns_read_own on space_returns;
create policy space_returns_read_own on space_returns for select to keel_app using (author_id = (select app.viewer_id()));
drop policy if exists space_returns_write_own on space_returns;
create policy space_returns_write_own on space_returns for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
);
grant select, insert on space_returns to keel_app;

-- DEFINER: whether somebody has asked for space at this moment, or with `either` the other. Mail waits then: a daily one for who
-- asked, any other for both; what was taken back asks for nothing. For the system only, and only of those it is about: it reaches no entries otherwise.
create or replace function app.has_space(person uuid, either boolean) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select app.concerns(person::text) and exists (
      select from public.accounts a
      join public.space_requests s on s.couple_id = a.current_couple_id
      join public.entries e on (e.couple_id, e.author_id, e.id) = (s.couple_id, s.author_id, s.entry_id)
      where a.id = person and not s.over and s.until > now() and e.audience = 'partner'
        and (either or s.author_id = a.id)
    )
  $$;
revoke execute on function app.has_space(uuid, boolean) from public;
grant execute on function app.has_space(uuid, boolean) to keel_system;

-- Whoever looks on learns that the other is back before the time has passed.
create or replace function app.tell_of_return() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    if new.until > now() and (select e.audience from public.entries e
        where (e.couple_id, e.author_id, e.id) = (new.couple_id, new.author_id, new.entry_id)) = 'partner' then
      perform pg_catalog.pg_notify('between_us', new.couple_id::text);
    end if;
    return null;
  end $$;
create or replace trigger tell_of_return after update of over on space_requests
  for each row when (new.over and not old.over) execute function app.tell_of_return();
revoke execute on function app.tell_of_return() from public;
