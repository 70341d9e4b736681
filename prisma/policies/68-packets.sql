-- Whether the other has agreed to a part in a packet of the viewer's, with its caller's own rights.
create or replace function app.other_agreed(couple uuid, maker uuid, packet uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (
      select from public.packet_parts p
      where (p.couple_id, p.maker_id, p.packet_id) = (couple, maker, packet) and p.author_id <> app.viewer_id()
        and p.consented_on is not null
    )
  $$;

-- What is brought to a therapist. One of both is known to both, one of your own to you alone, and none outlives the space.
alter table packets enable row level security;
drop policy if exists packets_read on packets;
create policy packets_read on packets for select to keel_app using (
  couple_id = (select app.viewer_couple_id()) and (author_id = (select app.viewer_id()) or kind = 'joint')
);
drop policy if exists packets_make_own on packets;
create policy packets_make_own on packets for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
);
-- What you began you delete, as long as there is nothing in it that the other has agreed to: that is theirs to take out.
drop policy if exists packets_delete_own on packets;
create policy packets_delete_own on packets for delete to keel_app using (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and not app.other_agreed(couple_id, author_id, id)
);
-- NOTE: no update: which days it is of, and whose it is, both have consented to.
grant select, insert, delete on packets to keel_app;

-- Whether a packet can be read, with its caller's own rights.
create or replace function app.reads_packet(couple uuid, maker uuid, packet uuid) returns boolean
  language sql stable set search_path = ''
  as $$ select exists (select from public.packets p where (p.couple_id, p.author_id, p.id) = (couple, maker, packet)) $$;

-- What you put in is yours alone until you consent; then the other knows that you have, of a packet that they know of.
alter table packet_parts enable row level security;
drop policy if exists packet_parts_read on packet_parts;
create policy packet_parts_read on packet_parts for select to keel_app using (
  couple_id = (select app.viewer_couple_id())
  and (author_id = (select app.viewer_id()) or (consented_on is not null and app.reads_packet(couple_id, maker_id, packet_id)))
);
drop policy if exists packet_parts_begin_own on packet_parts;
create policy packet_parts_begin_own on packet_parts for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and app.reads_packet(couple_id, maker_id, packet_id)
);
drop policy if exists packet_parts_change_own on packet_parts;
create policy packet_parts_change_own on packet_parts for update to keel_app
  using (author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id()));
drop policy if exists packet_parts_delete_own on packet_parts;
create policy packet_parts_delete_own on packet_parts for delete to keel_app using (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
);
grant select, delete on packet_parts to keel_app;
grant insert (couple_id, maker_id, packet_id, author_id, with_commitments, ciphertext) on packet_parts to keel_app;
grant update (with_commitments, consented_on, ciphertext) on packet_parts to keel_app;

-- What somebody consented to is what it was: it can be withdrawn, and not exchanged for something else.
create or replace function app.keep_what_was_consented_to() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    -- The same bytes under a newer key, by the owner alone (see app.keep_what_was_shown).
    may_change text[] := case
      when current_user = session_user
        and pg_has_role(session_user, (select relowner from pg_catalog.pg_class where oid = tg_relid), 'usage')
      then array['ciphertext'] else array[]::text[]
    end;
  begin
    if (to_jsonb(new) - may_change) is distinct from (to_jsonb(old) - may_change) then
      raise exception 'what was consented to stays as it is until it is withdrawn' using errcode = 'integrity_constraint_violation';
    end if;
    return new;
  end $$;
create or replace trigger keep_consented before update on packet_parts
  for each row when (old.consented_on is not null and new.consented_on is not null)
  execute function app.keep_what_was_consented_to();

-- Whether something can still be put into a part of one's own, with its caller's own rights.
create or replace function app.is_being_prepared(couple uuid, maker uuid, packet uuid, author uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (
      select from public.packet_parts p
      where (p.couple_id, p.maker_id, p.packet_id, p.author_id) = (couple, maker, packet, author) and p.consented_on is null
    )
  $$;
-- Whether a part was consented to, with its caller's own rights.
create or replace function app.is_consented_to(couple uuid, maker uuid, packet uuid, author uuid) returns boolean
  language sql stable set search_path = ''
  as $$
    select exists (
      select from public.packet_parts p
      where (p.couple_id, p.maker_id, p.packet_id, p.author_id) = (couple, maker, packet, author) and p.consented_on is not null
    )
  $$;

-- The other learns of what you put in only what they could read of it then, and only while they still can.
alter table packet_items enable row level security;
drop policy if exists packet_items_read on packet_items;
create policy packet_items_read on packet_items for select to keel_app using (
  couple_id = (select app.viewer_couple_id())
  and case when author_id = (select app.viewer_id()) then true
  else shown and app.is_consented_to(couple_id, maker_id, packet_id, author_id)
    and app.sees_entry(couple_id, author_id, entry_id) end
);
drop policy if exists packet_items_put_in_own on packet_items;
create policy packet_items_put_in_own on packet_items for insert to keel_app with check (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
  and app.is_being_prepared(couple_id, maker_id, packet_id, author_id)
);
-- Taking something out is possible at any time.
drop policy if exists packet_items_take_out_own on packet_items;
create policy packet_items_take_out_own on packet_items for delete to keel_app using (
  author_id = (select app.viewer_id()) and couple_id = (select app.viewer_couple_id())
);
grant select, insert, delete on packet_items to keel_app;

-- What the other can read of an entry at this moment: it is held while it is asked, so that whoever takes it back meanwhile
-- either comes first or finds it in the packet. What is announced is read where it is opened, and nowhere else.
create or replace function app.remember_whether_it_is_shown() returns trigger
  language plpgsql set search_path = ''
  as $$
  declare
    entry_shown boolean;
  begin
    select e.audience = 'partner' and e.kind not in ('correction', 'acknowledgement') into entry_shown from public.entries e
    where (e.couple_id, e.author_id, e.id) = (new.couple_id, new.author_id, new.entry_id) for share;
    new.shown := coalesce(entry_shown, false) and (new.portion = 'numbers' or not exists (
      select from public.entry_words w
      where (w.couple_id, w.author_id, w.entry_id) = (new.couple_id, new.author_id, new.entry_id)
        and w.superseded_on is null and w.audience <> 'partner'
    ));
    return new;
  end $$;
create or replace trigger a_remember_shown before insert on packet_items
  for each row execute function app.remember_whether_it_is_shown();

-- DEFINER: what its author takes back here leaves every packet with it, words by themselves too. (Its author may be in a
-- later space by then, in which the packets of this one can no longer be seen.)
create or replace function app.take_out_of_packets() returns trigger
  language plpgsql security definer set search_path = ''
  as $$
  begin
    if tg_table_name = 'entries' then
      delete from public.packet_items i where (i.couple_id, i.author_id, i.entry_id) = (new.couple_id, new.author_id, new.id);
    else
      -- Whoever puts these words in at this moment holds their entry while they ask whether they are shown.
      perform 1 from public.entries e where (e.couple_id, e.author_id, e.id) = (new.couple_id, new.author_id, new.entry_id) for no key update;
      delete from public.packet_items i
      where (i.couple_id, i.author_id, i.entry_id) = (new.couple_id, new.author_id, new.entry_id) and i.portion = 'words';
    end if;
    return null;
  end $$;
create or replace trigger take_out_of_packets after update of audience on entries
  for each row when (old.audience = 'partner' and new.audience = 'only_me') execute function app.take_out_of_packets();
create or replace trigger take_out_of_packets after update of audience on entry_words
  for each row when (old.audience = 'partner' and new.audience = 'only_me') execute function app.take_out_of_packets();

revoke execute on function app.reads_packet(uuid, uuid, uuid), app.other_agreed(uuid, uuid, uuid), app.keep_what_was_consented_to(),
  app.is_being_prepared(uuid, uuid, uuid, uuid), app.is_consented_to(uuid, uuid, uuid, uuid),
  app.remember_whether_it_is_shown(), app.take_out_of_packets() from public;
grant execute on function app.reads_packet(uuid, uuid, uuid), app.other_agreed(uuid, uuid, uuid), app.is_being_prepared(uuid, uuid, uuid, uuid),
  app.is_consented_to(uuid, uuid, uuid, uuid) to keel_app;
