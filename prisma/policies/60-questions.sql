-- NOTE: a question is an entry and its words, and needs no table of its own (30-entries.sql).

-- An answer to a question is as visible as its entry, whatever became of the question.
alter table question_answers enable row level security;
drop policy if exists question_answers_read on question_answers;
create policy question_answers_read on question_answers for select to keel_app using (
  author_id = (select app.viewer_id())
  or (couple_id = (select app.viewer_couple_id()) and exists (
    select from entries e where (e.couple_id, e.author_id, e.id) = (question_answers.couple_id, question_answers.author_id, question_answers.entry_id)
    offset 0
  ))
);
-- You answer what the other has asked and you can read at that moment.
drop policy if exists question_answers_write_own on question_answers;
create policy question_answers_write_own on question_answers for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and to_author_id = (select app.viewer_partner_id())
  and exists (
    select from entries e
    where (e.couple_id, e.author_id, e.id) = (question_answers.couple_id, question_answers.to_author_id, question_answers.to_entry_id)
      and e.kind = 'question'
    offset 0
  )
);
grant select, insert on question_answers to keel_app;
