import { twinOf } from "@/tests/privacy/tables/entry-sentences";
import type { Particular } from "@/tests/privacy/tables/promise";

export const shows = (entry: string, audience: "partner" | "only_me") =>
  `update entries set audience = '${audience}' where id = '${entry}'`;

export const neverRewritten = (table: string, column: string): readonly Particular[] =>
  [`update ${table} set ${column} = ${column}`, `delete from ${table}`].map((sql) => ({
    says: `a grant alone opens no ${table}: ${sql}`,
    by: "ada",
    given: `grant update, delete on ${table} to keel_app`,
    try: sql,
    ends: "no rows",
  }));

export const twins = (table: string, hidden: string): readonly Particular[] =>
  ["'{ben}', '{ada.couple}'", "'{ada}', '{dan.ended}'"].map((twin) => ({
    says: `an entry of the same id elsewhere (${twin}) opens no ${table}`,
    by: "ben",
    given: twinOf(hidden, twin),
    try: `select 1 from ${table} where author_id = '{ada}' and entry_id = '${hidden}'`,
    ends: "no rows",
  }));

const whole = (table: string): readonly Particular[] => [
  {
    says: `${table} are read no more the moment their entry is withdrawn`,
    by: "ben",
    given: shows("{ada.feeling}", "only_me"),
    try: `select 1 from ${table} where entry_id = '{ada.feeling}'`,
    ends: "no rows",
  },
  {
    says: `${table} are read again when their entry is shown again`,
    by: "ben",
    given: shows("{ada.feeling.withdrawn}", "partner"),
    try: `select 1 from ${table} where entry_id = '{ada.feeling.withdrawn}'`,
    ends: "done",
  },
  {
    says: `${table} go with their entry`,
    by: "ada",
    given: "delete from entries where id = '{ada.feeling}'",
    try: `select 1 from ${table} where entry_id = '{ada.feeling}'`,
    ends: "no rows",
  },
  ...twins(table, "{ada.feeling.withdrawn}"),
];

export const shared_feelings: readonly Particular[] = [
  ...whole("shared_feelings"),
  ...neverRewritten("shared_feelings", "wish"),
];

export const feeling_parts: readonly Particular[] = [
  ...whole("feeling_parts"),
  ...neverRewritten("feeling_parts", "intensity"),
];
