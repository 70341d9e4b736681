-- The lens: what is yours, as your partner reads it. Restrictive policies, so that it can only narrow: through it you see
-- what both of you may read, and no row that you could not read before. Outside of it they hold nothing back.
-- NOTE: nothing is needed for profiles, which both read, nor where a table's own policy asks one of these of every row:
-- spaces, what both say together, reviews, follow-through, and the steps and sources of commitments.

-- What is yours alone is not seen through your partner's eyes.
do $$
  declare
    own text;
  begin
    foreach own in array array[
      'accounts', 'sessions', 'passkeys', 'reminders', 'safety_checks', 'drafts', 'sharing_defaults', 'invitations', 'departures', 'left_check_ins', 'later_choices',
      'space_returns', 'news', 'reach_choices', 'announcement_openings', 'gap_choices', 'therapy_marks', 'guest_links', 'guest_visits', 'import_files', 'imports'
    ] loop
      execute format('drop policy if exists %1$s_lens on %1$I', own);
      execute format('create policy %1$s_lens on %1$I as restrictive for select to keel_app using (not (select app.through_partners_eyes()))', own);
    end loop;
  end $$;

-- Of spaces, your partner knows the one you share.
drop policy if exists members_lens on members;
create policy members_lens on members as restrictive for select to keel_app
  using (not (select app.through_partners_eyes()) or couple_id = (select app.viewer_couple_id()));

-- How you name your part is seen where you show it.
drop policy if exists member_roles_lens on member_roles;
create policy member_roles_lens on member_roles as restrictive for select to keel_app using (
  not (select app.through_partners_eyes()) or (couple_id = (select app.viewer_couple_id()) and audience = 'partner')
);

-- DEFINER: whether what the viewer announces is meant for the other at all, and not for the therapist's room. (The policy
-- below could not ask announcements, whose own policy asks entries.)
create or replace function app.is_for_the_other(couple uuid, author uuid, entry uuid) returns boolean
  language sql stable security definer set search_path = ''
  as $$
    select exists (select from public.announcements c
      where (c.couple_id, c.author_id, c.entry_id) = (couple, author, entry) and author = app.viewer_id()
        and c.way <> 'with_therapist')
  $$;
revoke execute on function app.is_for_the_other(uuid, uuid, uuid) from public;
grant execute on function app.is_for_the_other(uuid, uuid, uuid) to keel_app;

-- Of entries, those you show here. What waits for your partner's time is seen as if that time had come: whether
-- it has is theirs to know.
drop policy if exists entries_lens on entries;
create policy entries_lens on entries as restrictive for select to keel_app using (
  not (select app.through_partners_eyes())
  or (couple_id = (select app.viewer_couple_id()) and audience = 'partner'
    and (kind not in ('correction', 'acknowledgement') or author_id <> (select app.viewer_id()) or app.is_for_the_other(couple_id, author_id, id)))
);

-- Words are seen where they are shown themselves, numbers where they were shown, and all else as its entry.
drop policy if exists entry_words_lens on entry_words;
create policy entry_words_lens on entry_words as restrictive for select to keel_app using (
  not (select app.through_partners_eyes()) or (audience = 'partner' and app.sees_entry(couple_id, author_id, entry_id))
);
drop policy if exists check_ins_lens on check_ins;
create policy check_ins_lens on check_ins as restrictive for select to keel_app using (
  not (select app.through_partners_eyes()) or (shown and app.sees_entry(couple_id, author_id, entry_id))
);
do $$
  declare
    detail text;
  begin
    foreach detail in array array[
      'shared_feelings', 'feeling_parts', 'replies', 'felt_heard', 'question_answers', 'struggle_parts', 'space_requests', 'commitment_remarks',
      'announcements', 'acknowledgements', 'acknowledgement_answers', 'review_parts', 'therapy_sessions', 'therapy_parts'
    ] loop
      execute format('drop policy if exists %1$s_lens on %1$I', detail);
      execute format('create policy %1$s_lens on %1$I as restrictive for select to keel_app using (not (select app.through_partners_eyes()) or app.sees_entry(couple_id, author_id, entry_id))', detail);
    end loop;
  end $$;

-- That a struggle can rest is seen where the struggle is.
drop policy if exists struggle_rests_lens on struggle_rests;
create policy struggle_rests_lens on struggle_rests as restrictive for select to keel_app using (
  not (select app.through_partners_eyes()) or app.sees_entry(couple_id, to_author_id, to_entry_id)
);

-- Of commitments, those that both accepted or that wait for an answer.
drop policy if exists commitments_lens on commitments;
create policy commitments_lens on commitments as restrictive for select to keel_app
  using (not (select app.through_partners_eyes()) or accepted or awaits is not null);
-- What was offered goes with its commitment, and what was taken back is its author's.
do $$
  declare
    offered text;
  begin
    foreach offered in array array['commitment_terms', 'mutual_words'] loop
      execute format('drop policy if exists %1$s_lens on %1$I', offered);
      execute format($policy$
        create policy %1$s_lens on %1$I as restrictive for select to keel_app using (
          not (select app.through_partners_eyes())
          or (not taken_back and exists (select from commitments c where (c.couple_id, c.id) = (%1$I.couple_id, %1$I.commitment_id)))
        )
      $policy$, offered);
    end loop;
  end $$;

-- What you guessed is seen once both have answered.
drop policy if exists gap_answers_lens on gap_answers;
create policy gap_answers_lens on gap_answers as restrictive for select to keel_app
  using (not (select app.through_partners_eyes()) or app.both_answered(couple_id, review_id));

-- Of packets, those of both; of what you put in, what you consented to and the other could read of it.
drop policy if exists packets_lens on packets;
create policy packets_lens on packets as restrictive for select to keel_app
  using (not (select app.through_partners_eyes()) or kind = 'joint');
drop policy if exists packet_parts_lens on packet_parts;
create policy packet_parts_lens on packet_parts as restrictive for select to keel_app using (
  not (select app.through_partners_eyes()) or (consented_on is not null and app.reads_packet(couple_id, maker_id, packet_id))
);
drop policy if exists packet_items_lens on packet_items;
create policy packet_items_lens on packet_items as restrictive for select to keel_app using (
  not (select app.through_partners_eyes()) or (
    shown and app.is_consented_to(couple_id, maker_id, packet_id, author_id) and app.sees_entry(couple_id, author_id, entry_id)
  )
);
