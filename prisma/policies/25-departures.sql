-- When you mean to leave is yours alone, to choose, to move and to take back, as long as there is somebody to leave. The
-- other learns of it in no way, before it has happened.
alter table departures enable row level security;
drop policy if exists departures_own on departures;
create policy departures_own on departures to keel_app
  using (author_id = (select app.viewer_id()))
  with check (
    author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
    and (select app.viewer_partner_id()) is not null
  );
grant select, insert, delete on departures to keel_app;
grant update (leave_at) on departures to keel_app;

-- DEFINER: ends a space for good and gives each of its people a new one, in one statement for whoever asks next. Of two who
-- end it at once one does, and what anybody had chosen goes with it. Whoever looks on is told to look again. Answers how many
-- spaces it ended. For the functions below alone.
create or replace function app.end_space(couple uuid) returns integer
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    update public.couples set ended_at = now() where id = couple and ended_at is null;
    if not found then
      return 0;
    end if;
    with alone as (
      select gen_random_uuid() as id, m.account_id from public.members m where m.couple_id = couple
    ), begun as (
      insert into public.couples (id) select id from alone
    ), joined as (
      insert into public.members (couple_id, account_id) select id, account_id from alone
    )
    update public.accounts a set current_couple_id = alone.id from alone where a.id = alone.account_id;
    delete from public.departures where couple_id = couple;
    perform pg_catalog.pg_notify('between_us', couple::text);
    return 1;
  end $$;

-- DEFINER: one person's leaving, at once: the system's, about the space it ends.
create or replace function app.leave(couple uuid) returns integer
  language sql volatile security definer set search_path = ''
  as $$ select app.end_space(couple) where app.concerns(couple::text) $$;

-- DEFINER: ends the spaces that somebody meant to have left by now. The system's, about nobody: it learns only how many.
create or replace function app.leave_where_due() returns integer
  language sql volatile security definer set search_path = ''
  as $$
    select coalesce(sum(app.end_space(due.couple_id)), 0)::integer
    from (select distinct couple_id from public.departures where leave_at <= now()) due
  $$;

-- DEFINER: the same for the space that a session's person is in, before anything is read for them: whoever of the two comes
-- first after that moment finds it ended. For app.enter alone.
create or replace function app.leave_if_due(token bytea) returns void
  language sql volatile security definer set search_path = ''
  as $$
    select app.end_space(d.couple_id)
    from public.sessions s
    join public.accounts a on a.id = s.account_id
    join public.departures d on d.couple_id = a.current_couple_id and d.leave_at <= now()
    where s.token_hash = token
  $$;
revoke execute on function app.end_space(uuid), app.leave(uuid), app.leave_where_due(), app.leave_if_due(bytea) from public;
grant execute on function app.leave(uuid), app.leave_where_due() to keel_system;
