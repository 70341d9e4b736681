-- What was agreed on belongs to both, and both keep it. What is only proposed is read by the two while they share the space, and
-- by its author.
alter table agreed_words enable row level security;
drop policy if exists agreed_words_read on agreed_words;
create policy agreed_words_read on agreed_words for select to keel_app using (
  couple_id in (select couple_id from members where account_id = (select app.viewer_id()))
  and (agreed or author_id = (select app.viewer_id()) or couple_id = (select app.viewer_couple_id()))
);
-- You propose as yourself, where there is somebody to agree; nothing begins as agreed. A note is of a review of theirs, an
-- agreement of nothing but itself, all else of the space.
drop policy if exists agreed_words_propose on agreed_words;
create policy agreed_words_propose on agreed_words for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and (select app.viewer_partner_id()) is not null and not agreed
  and case subject
    when 'review_note' then exists (select from reviews r where (r.couple_id, r.id) = (agreed_words.couple_id, agreed_words.about_id))
    when 'agreement' then about_id <> couple_id
    else about_id = couple_id
  end
);
-- The other agrees, never the one who proposed; and what was agreed stays agreed.
drop policy if exists agreed_words_agree on agreed_words;
create policy agreed_words_agree on agreed_words for update to keel_app
  using (couple_id = (select app.viewer_couple_id()) and author_id = (select app.viewer_partner_id()))
  with check (couple_id = (select app.viewer_couple_id()) and author_id = (select app.viewer_partner_id()) and agreed);
-- A proposal can be taken back by whoever made it, until it was agreed.
drop policy if exists agreed_words_take_back_own on agreed_words;
create policy agreed_words_take_back_own on agreed_words for delete to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()) and not agreed);
grant select, insert, delete on agreed_words to keel_app;
grant update (agreed) on agreed_words to keel_app;

-- What was agreed on is dated where and when the other agreed, once, and by nobody's word.
create or replace function app.date_agreement() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    new.agreed_on := (now() at time zone (select time_zone from public.accounts where id = (select app.viewer_id())))::date;
    return new;
  end $$;
revoke execute on function app.date_agreement() from public;
create or replace trigger date_agreement before update of agreed on agreed_words
  for each row when (new.agreed and not old.agreed) execute function app.date_agreement();

-- Both write the note of a review at the same table: whoever has it open is told to look again.
create or replace trigger tell_of_proposal after insert or update of agreed on agreed_words
  for each row when (new.subject = 'review_note') execute function app.tell_to_look_again();
create or replace trigger tell_of_end after delete on agreed_words
  for each row when (old.subject = 'review_note') execute function app.tell_to_look_again();
