-- A version of a statement, and what its reader says of it, are as visible as their entries.
do $$
  declare
    detail text;
  begin
    foreach detail in array array['acknowledgements', 'acknowledgement_answers'] loop
      execute format('alter table %I enable row level security', detail);
      execute format('drop policy if exists %1$s_read on %1$I', detail);
      execute format($policy$
        create policy %1$s_read on %1$I for select to keel_app using (
          author_id = (select app.viewer_id())
          or (couple_id = (select app.viewer_couple_id()) and exists (
            select from entries e where (e.couple_id, e.author_id, e.id) = (%1$I.couple_id, %1$I.author_id, %1$I.entry_id)
            offset 0
          ))
        )
      $policy$, detail);
    end loop;
  end $$;

-- What you broke by it is something that both of you had agreed on.
drop policy if exists acknowledgements_write_own on acknowledgements;
create policy acknowledgements_write_own on acknowledgements for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and (agreement_id is null or exists (
    select from agreed_words w
    where (w.couple_id, w.subject, w.about_id) = (acknowledgements.couple_id, 'agreement', acknowledgements.agreement_id) and w.agreed
  ))
);
-- You say what it is to you of what the other wrote and you can read at that moment.
drop policy if exists acknowledgement_answers_write_own on acknowledgement_answers;
create policy acknowledgement_answers_write_own on acknowledgement_answers for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and to_author_id = (select app.viewer_partner_id())
  and exists (
    select from acknowledgements a
    where (a.couple_id, a.author_id, a.entry_id)
      = (acknowledgement_answers.couple_id, acknowledgement_answers.to_author_id, acknowledgement_answers.to_entry_id)
    offset 0
  )
);
-- NOTE: no update and no delete: they go with their entry.
grant select, insert on acknowledgements, acknowledgement_answers to keel_app;
