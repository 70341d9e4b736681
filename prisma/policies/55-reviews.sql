-- That two people sat down, and where they are in it, belongs to both, and both keep it.
alter table reviews enable row level security;
drop policy if exists reviews_read on reviews;
create policy reviews_read on reviews for select to keel_app using (
  couple_id in (select couple_id from members where account_id = (select app.viewer_id()))
);
-- Either begins one where there is somebody to sit down with. The unique index is the referee where both do.
drop policy if exists reviews_begin on reviews;
create policy reviews_begin on reviews for insert to keel_app with check (
  couple_id = (select app.viewer_couple_id()) and (select app.viewer_partner_id()) is not null
);
-- Either takes the next step or ends it, as long as it runs and they share the space.
drop policy if exists reviews_go_on on reviews;
create policy reviews_go_on on reviews for update to keel_app
  using (couple_id = (select app.viewer_couple_id()) and open)
  with check (couple_id = (select app.viewer_couple_id()));
grant select, insert on reviews to keel_app;
grant update (turn, step, speaker_id, says_back, spoken, open, stopped) on reviews to keel_app;

-- That you would like to guess is yours alone.
alter table gap_choices enable row level security;
drop policy if exists gap_choices_own on gap_choices;
create policy gap_choices_own on gap_choices to keel_app
  using (author_id = (select app.viewer_id()))
  with check (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
grant select, insert, delete on gap_choices to keel_app;

-- DEFINER: asks what neither may read of the other. A review guesses where both had chosen to, at the moment it begins: whoever had
-- not chosen learns nothing by it, whichever way the other chose. And it begins at its beginning, whatever its form says.
create or replace function app.begin_review() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    select 0, 'arriving', true, false, null, null, 0, 0, false
    into new.turn, new.step, new.open, new.stopped, new.speaker_id, new.since, new.says_back, new.spoken, new.guessed;
    new.with_gap := (select count(*) from public.gap_choices g where g.couple_id = new.couple_id) = 2;
    return new;
  end $$;
create or replace trigger a_begin before insert on reviews
  for each row when (not app.was_imported(new.couple_id)) execute function app.begin_review();

-- A review goes one way: each step is taken from the one before, and only one of the two speaks. Since when is the database's to say.
-- Its end is no step: it is reached from wherever the other may have gone on to meanwhile, and however often.
create or replace function app.keep_review_in_step() returns trigger
  language plpgsql set search_path = ''
  as $$
  begin
    if new.turn <> old.turn + (new.open is not null)::integer or new.step < old.step or new.spoken not between old.spoken and 2
      or not (new.speaker_id is null or new.speaker_id in (app.viewer_id(), app.viewer_partner_id())) then
      raise exception 'a review goes one way' using errcode = 'integrity_constraint_violation';
    end if;
    new.since := case
      when new.speaker_id is null or new.says_back > 0 then null
      when new.speaker_id is distinct from old.speaker_id then now()
      else old.since
    end;
    return new;
  end $$;
create or replace trigger a_keep_in_step before update of turn, step, speaker_id, says_back, spoken, open, stopped on reviews
  for each row execute function app.keep_review_in_step();
create or replace trigger tell_of_step after insert or update on reviews
  for each row execute function app.tell_to_look_again();

-- What somebody says in a review is as visible as its entry.
alter table review_parts enable row level security;
drop policy if exists review_parts_read on review_parts;
create policy review_parts_read on review_parts for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (review_parts.couple_id, review_parts.author_id, review_parts.entry_id)
    offset 0
  ))
);
-- It is said while the review runs.
drop policy if exists review_parts_write_own on review_parts;
create policy review_parts_write_own on review_parts for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (select from reviews r where (r.couple_id, r.id) = (review_parts.couple_id, review_parts.review_id) and r.open)
);
grant select, insert on review_parts to keel_app;

-- DEFINER: whether both have answered what each guesses of the other. (A policy cannot ask its own table, and neither may know
-- by himself whether the other has answered.)
create or replace function app.both_answered(couple uuid, review uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select couple is not distinct from app.viewer_couple_id()
      and (select count(*) from public.gap_answers g where (g.couple_id, g.review_id) = (couple, review)) = 2
  $$;
-- What you answer and guess is yours alone until both have, and then both people's, as long as they share the space and neither
-- took theirs away.
alter table gap_answers enable row level security;
drop policy if exists gap_answers_read on gap_answers;
create policy gap_answers_read on gap_answers for select to keel_app using (
  author_id = (select app.viewer_id())
  or app.both_answered(couple_id, review_id)
);
-- You answer in the step that asks, of a review that both wanted to guess in, and not again once both have read what was answered:
-- nobody takes theirs away to answer as if they had known.
drop policy if exists gap_answers_write_own on gap_answers;
create policy gap_answers_write_own on gap_answers for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and exists (
    select from reviews r where (r.couple_id, r.id) = (gap_answers.couple_id, gap_answers.review_id)
      and r.open and r.with_gap and r.step = 'gap' and not r.guessed
  )
);
drop policy if exists gap_answers_take_away_own on gap_answers;
create policy gap_answers_take_away_own on gap_answers for delete to keel_app using (author_id = (select app.viewer_id()));
grant select, insert, delete on gap_answers to keel_app;

-- DEFINER: whoever answers does not know whether the other has. The second answer marks the review, which both are told of; nothing
-- tells when the first was given. Of two at once one waits for the other: else neither would be the second.
create or replace function app.reveal_guesses() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    perform from public.reviews r where (r.couple_id, r.id) = (new.couple_id, new.review_id) for no key update;
    update public.reviews r set guessed = true
    where (r.couple_id, r.id) = (new.couple_id, new.review_id) and exists (
      select from public.gap_answers g
      where (g.couple_id, g.review_id) = (new.couple_id, new.review_id) and g.author_id <> new.author_id
    );
    return new;
  end $$;
create or replace trigger a_reveal before insert on gap_answers
  for each row execute function app.reveal_guesses();

-- DEFINER: asks whether the other's are still there. Nothing tells when somebody takes away what was never seen.
create or replace function app.tell_of_guesses() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if exists (select from public.gap_answers g where (g.couple_id, g.review_id) = (old.couple_id, old.review_id)) then
      perform pg_catalog.pg_notify('between_us', old.couple_id::text);
    end if;
    return null;
  end $$;
create or replace trigger tell_of_guesses after delete on gap_answers
  for each row execute function app.tell_of_guesses();
revoke execute on function app.begin_review(), app.keep_review_in_step(), app.both_answered(uuid, uuid), app.reveal_guesses(),
  app.tell_of_guesses() from public;
grant execute on function app.both_answered(uuid, uuid) to keel_app;
