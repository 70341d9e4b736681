import { SPARE } from "@/tests/privacy/tables/promise";

/** A space that Ada and Ben had before, which ended: they are the same two, and it is another couple. */
export const spaceBefore = `insert into couples (id, ended_at) values ('${SPARE.couple}', now());
  alter table members disable trigger user;
  insert into members (couple_id, account_id) values ('${SPARE.couple}', '{ada}'), ('${SPARE.couple}', '{ben}')`;

/** An entry of somebody's in that space, by an id. */
export const entryBefore = (author: string, id: string, kind: string) =>
  `insert into entries (couple_id, author_id, id, kind, happened_on, time_zone, written_on, audience)
   values ('${SPARE.couple}', '${author}', '${id}', '${kind}', now(), 'UTC', now(), 'partner')`;
