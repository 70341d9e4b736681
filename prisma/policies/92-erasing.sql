-- Whether what was offered in a step of a commitment was agreed on: the next step that answers it says so. (As
-- lib/export/rules has it: what somebody takes along of the other's is what stays when the other goes.)
create or replace function app.was_agreed(couple uuid, commitment uuid, offered integer) returns boolean
  language sql stable set search_path = ''
  as $$
    select coalesce((
      select e.step = 'accepted' from public.commitment_events e
      where (e.couple_id, e.commitment_id) = (couple, commitment) and e.turn > offered and e.step not in ('paused', 'resumed')
      order by e.turn limit 1
    ), false)
  $$;

-- DEFINER: everything of a person, gone in one transaction: the one way in which a row of an account, of a membership or of
-- what both agreed on is ever deleted, so that no role is granted any of it. Their own goes along with the account, by the
-- foreign keys. What was agreed on stays for the other, under an id that is nobody's any more; what was only offered goes; and
-- a space in which nobody is any more goes whole. For the system only, about that person.
create or replace function app.erase(person uuid) returns void
  language plpgsql volatile security definer set search_path = ''
  as $$
  begin
    if not app.concerns(person::text) then
      return;
    end if;
    -- One at a time, and none while somebody agrees to something: from here on it is settled what was agreed on.
    lock table public.commitments in share row exclusive mode;
    perform app.end_space(a.current_couple_id) from public.accounts a where a.id = person;
    delete from public.agreed_words w where w.author_id = person and not w.agreed;
    delete from public.mutual_words w where w.author_id = person and not app.was_agreed(w.couple_id, w.commitment_id, w.turn);
    delete from public.commitment_terms t where t.author_id = person and not app.was_agreed(t.couple_id, t.commitment_id, t.turn);
    delete from public.commitment_events e using public.commitments c
    where (c.couple_id, c.id) = (e.couple_id, e.commitment_id) and e.author_id = person and not c.accepted;
    delete from public.commitments c where not exists (
      select from public.commitment_terms t where (t.couple_id, t.commitment_id) = (c.couple_id, c.id)
    );
    delete from public.accounts a where a.id = person;
    delete from public.couples c where not exists (select from public.members m where m.couple_id = c.id);
  end $$;
revoke execute on function app.was_agreed(uuid, uuid, integer), app.erase(uuid) from public;
grant execute on function app.erase(uuid) to keel_system;
