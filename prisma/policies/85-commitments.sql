-- What was accepted belongs to both, and both keep it. What waits for an answer is read by the two while they share the
-- space; what was declined, by whoever offered it last.
alter table commitments enable row level security;
drop policy if exists commitments_read on commitments;
create policy commitments_read on commitments for select to keel_app using (
  couple_id in (select couple_id from members where account_id = (select app.viewer_id()))
  and (accepted or writer_id = (select app.viewer_id())
    or (awaits is not null and couple_id = (select app.viewer_couple_id())))
);
-- You begin one in your own name, for yourself or as a request to the other, and with nothing agreed; not before you have
-- read the plain notice. It is part of nothing but what you both agreed on.
drop policy if exists commitments_begin_own on commitments;
create policy commitments_begin_own on commitments for insert to keel_app with check (
  author_id = (select app.viewer_id()) and writer_id = author_id and couple_id = (select app.viewer_couple_id())
  and (select app.viewer_partner_id()) is not null
  and doer_id in ((select app.viewer_id()), (select app.viewer_partner_id()))
  and turn = 0 and not accepted and not ended and awaits is null
  and (agreement_id is null or exists (
    select from agreed_words w
    where (w.couple_id, w.subject, w.about_id) = (commitments.couple_id, 'agreement', commitments.agreement_id) and w.agreed
  ))
  and exists (select from accounts where id = (select app.viewer_id()) and notice_read_on is not null)
);
-- Until it was accepted it is its writer's own to take back whole, wherever it was written, unless it waits as an answer to
-- what the other began.
drop policy if exists commitments_take_back_own on commitments;
create policy commitments_take_back_own on commitments for delete to keel_app using (
  writer_id = (select app.viewer_id()) and not accepted
  and (awaits is null or author_id = (select app.viewer_id()))
);
-- NOTE: no update: where it stands follows from its steps alone.
grant select, insert, delete on commitments to keel_app;

-- A step is as visible as its commitment, also to whoever took it: one's own "no" would go with what the other keeps, and
-- tell when they put it away.
alter table commitment_events enable row level security;
drop policy if exists commitment_events_read on commitment_events;
create policy commitment_events_read on commitment_events for select to keel_app using (
  exists (
    select from commitments c where (c.couple_id, c.id) = (commitment_events.couple_id, commitment_events.commitment_id)
    offset 0
  )
);
-- You take a step in your own name, of what you can read, in your present space.
drop policy if exists commitment_events_write_own on commitment_events;
create policy commitment_events_write_own on commitment_events for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and exists (
    select from commitments c where (c.couple_id, c.id) = (commitment_events.couple_id, commitment_events.commitment_id)
    offset 0
  )
);
-- NOTE: no update and no delete, here and below: nobody rewrites what was agreed.
grant select, insert on commitment_events to keel_app;

-- DEFINER: keeps a commitment in step. Of two steps at once one is taken and the other is not (it writes no row). Nobody
-- accepts or declines their own offer, nobody but the doer ends it alone, and what has ended stays so. Says nothing of a
-- commitment that its writer cannot read: the policy refuses that as it refuses one that is not there.
create or replace function app.keep_in_step() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  declare
    c public.commitments;
    others boolean;
    legal boolean;
    offered smallint;
  begin
    select * into c from public.commitments where (couple_id, id) = (new.couple_id, new.commitment_id) for update;
    if not found or new.author_id is distinct from app.viewer_id() or c.couple_id is distinct from app.viewer_couple_id()
      or not (c.accepted or c.awaits is not null or c.writer_id = new.author_id) then
      return new;
    end if;
    if new.turn <> c.turn + 1 then
      return null;
    end if;
    others := c.awaits is not null and c.writer_id <> new.author_id;
    legal := not c.ended and case new.step
      when 'offered' then true
      when 'accepted' then others
      when 'declined' then others
      when 'withdrawn' then c.awaits is not null and not others
        and (c.accepted or c.author_id <> new.author_id)
      when 'ended' then c.accepted and c.doer_id = new.author_id
      else c.accepted
    end;
    if not legal then
      raise exception 'this step is not open' using errcode = 'integrity_constraint_violation';
    end if;
    update public.commitments set
      turn = new.turn,
      accepted = c.accepted or new.step = 'accepted',
      ended = new.step = 'ended' or (new.step = 'accepted' and c.awaits = 'ending'),
      awaits = case
        when new.step = 'offered' then 'terms'::public."CommitmentOffer"
        when new.step = 'ending_offered' then 'ending'
        when new.step in ('paused', 'resumed') then c.awaits
      end,
      writer_id = case
        when new.step in ('offered', 'ending_offered') then new.author_id
        -- An answer that is taken back leaves the one who began where a "no" would.
        when new.step = 'withdrawn' then c.author_id
        else c.writer_id
      end
    where (couple_id, id) = (c.couple_id, c.id);
    if new.step = 'withdrawn' then
      select max(turn) into offered from public.commitment_events
      where (couple_id, commitment_id) = (c.couple_id, c.id) and step in ('offered', 'ending_offered');
      update public.commitment_terms set taken_back = true
      where (couple_id, commitment_id, turn) = (c.couple_id, c.id, offered);
      update public.mutual_words set taken_back = true
      where (couple_id, commitment_id, turn) = (c.couple_id, c.id, offered);
    end if;
    return new;
  end $$;
create or replace trigger keep_in_step before insert on commitment_events
  for each row execute function app.keep_in_step();
revoke execute on function app.keep_in_step() from public;

-- What was offered is read by both while it waits in the space they share, and once anything was accepted. What its author
-- took back stays theirs alone, whatever is agreed later; where it came to nothing, each keeps their own.
alter table commitment_terms enable row level security;
drop policy if exists commitment_terms_read on commitment_terms;
create policy commitment_terms_read on commitment_terms for select to keel_app using (
  author_id = (select app.viewer_id())
  or (not taken_back and exists (
    select from commitments c where (c.couple_id, c.id) = (commitment_terms.couple_id, commitment_terms.commitment_id)
      and (c.accepted or (c.awaits is not null and c.couple_id = (select app.viewer_couple_id())))
    offset 0
  ))
);
-- They are said with an offer of one's own, as long as no other step was taken after it, and never with the other's step.
drop policy if exists commitment_terms_write_own on commitment_terms;
create policy commitment_terms_write_own on commitment_terms for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and not taken_back
  and exists (
    select from commitments c
    join commitment_events e on (e.couple_id, e.commitment_id, e.turn) = (c.couple_id, c.id, c.turn)
    where (c.couple_id, c.id, c.turn) = (commitment_terms.couple_id, commitment_terms.commitment_id, commitment_terms.turn)
      and e.author_id = commitment_terms.author_id and e.step = 'offered'
    offset 0
  )
);
grant select, insert on commitment_terms to keel_app;

alter table mutual_words enable row level security;
drop policy if exists mutual_words_read on mutual_words;
create policy mutual_words_read on mutual_words for select to keel_app using (
  author_id = (select app.viewer_id())
  or (not taken_back and exists (
    select from commitments c where (c.couple_id, c.id) = (mutual_words.couple_id, mutual_words.commitment_id)
      and (c.accepted or (c.awaits is not null and c.couple_id = (select app.viewer_couple_id())))
    offset 0
  ))
);
drop policy if exists mutual_words_write_own on mutual_words;
create policy mutual_words_write_own on mutual_words for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and not taken_back
  and exists (
    select from commitments c
    join commitment_events e on (e.couple_id, e.commitment_id, e.turn) = (c.couple_id, c.id, c.turn)
    where (c.couple_id, c.id, c.turn) = (mutual_words.couple_id, mutual_words.commitment_id, mutual_words.turn)
      and e.author_id = mutual_words.author_id and e.step in ('offered', 'ending_offered')
    offset 0
  )
);
grant select, insert on mutual_words to keel_app;

-- Where a commitment came from is as visible as the reply that promised it and the commitment that came of it: what was
-- declined is not told by the reply that both still read.
alter table commitment_sources enable row level security;
drop policy if exists commitment_sources_read on commitment_sources;
create policy commitment_sources_read on commitment_sources for select to keel_app using (
  exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (commitment_sources.couple_id, commitment_sources.author_id, commitment_sources.entry_id)
    offset 0
  )
  and exists (
    select from commitments c where (c.couple_id, c.id) = (commitment_sources.couple_id, commitment_sources.commitment_id)
    offset 0
  )
);
-- You name a reply or an acknowledgement of your own, of a commitment you begin yourself.
drop policy if exists commitment_sources_write_own on commitment_sources;
create policy commitment_sources_write_own on commitment_sources for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from commitments c where (c.couple_id, c.id, c.author_id, c.doer_id)
      = (commitment_sources.couple_id, commitment_sources.commitment_id, commitment_sources.author_id, commitment_sources.author_id)
    offset 0
  )
  and (exists (
    select from replies r where (r.couple_id, r.author_id, r.entry_id)
      = (commitment_sources.couple_id, commitment_sources.author_id, commitment_sources.entry_id)
    offset 0
  ) or exists (
    select from acknowledgements a where (a.couple_id, a.author_id, a.entry_id)
      = (commitment_sources.couple_id, commitment_sources.author_id, commitment_sources.entry_id)
    offset 0
  ))
);
grant select, insert on commitment_sources to keel_app;
