-- What you have not looked at yet is yours to know while you share the space, and is forgotten once you have looked. Nobody
-- else ever reads it. (What a space that ended has left goes unread: it would tell when something in it is deleted.)
alter table news enable row level security;
drop policy if exists news_read_own on news;
create policy news_read_own on news for select to keel_app using (
  reader_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
);
drop policy if exists news_looked_at on news;
create policy news_looked_at on news for delete to keel_app using (reader_id = (select app.viewer_id()));
grant select, delete on news to keel_app;
-- The system asks whether there is any, when a person's mail is due.
drop policy if exists news_system_read on news;
create policy news_system_read on news for select to keel_system using (app.concerns(reader_id::text));
grant select (couple_id, reader_id) on news to keel_system;

-- DEFINER: keeps what is new for those who asked for a mail about it, in step with what they can read: what was taken back is
-- no news. Check-ins are none either, because they come every day, nor is space, which mail waits for, nor what is announced, which
-- reaches a person as they chose and by no mail. Whoever writes can neither read the list nor add to it.
create or replace function app.keep_news() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if new.audience = 'partner' then
      insert into public.news (couple_id, author_id, entry_id, reader_id)
      select new.couple_id, new.author_id, new.id, r.account_id
      from public.members m join public.reminders r on r.account_id = m.account_id and r.kind = 'when_new'
      where m.couple_id = new.couple_id and m.account_id <> new.author_id
      on conflict do nothing;
    else
      delete from public.news n where (n.couple_id, n.author_id, n.entry_id) = (new.couple_id, new.author_id, new.id);
    end if;
    return null;
  end $$;
create or replace trigger news_of_new after insert on entries
  for each row when (new.kind not in ('check_in', 'space', 'correction', 'acknowledgement') and new.audience = 'partner') execute function app.keep_news();
create or replace trigger news_of_change after update of audience on entries
  for each row when (new.kind not in ('check_in', 'space', 'correction', 'acknowledgement') and old.audience is distinct from new.audience)
  execute function app.keep_news();
revoke execute on function app.keep_news() from public;
