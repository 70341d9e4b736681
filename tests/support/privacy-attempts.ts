import { randomUUID } from "node:crypto";
import type { BuiltAction } from "@/tests/support/privacy-build";
import { type Caller, formOf } from "@/tests/support/privacy-caller";
import type { FoundForm } from "@/tests/support/privacy-forms";
import type { Served } from "@/tests/support/privacy-served";

type Sent = { readonly headers?: Record<string, string | null>; readonly body?: BodyInit };
type Fields = readonly (readonly [string, string])[];
export type Attempt = (asking: Caller, action: BuiltAction) => Sent;

const LONG = "x".repeat(340_000);

/** What a hostile caller sends to actions: somebody else's ids and hostile names in every field that an action might read. */
export class Attempts {
  constructor(
    private readonly served: Served,
    private readonly forms: readonly FoundForm[],
  ) {}

  /** Not a form of ours, or none that can be read. Whoever sends it, nothing happens, and the answer says so. */
  readonly refused: Readonly<Record<string, Attempt>> = {
    "without an origin": () => ({ headers: { origin: null } }),
    "from elsewhere, saying so only beside the origin": () => ({
      headers: { "sec-fetch-site": "cross-site" },
    }),
    "as JSON": () => ({
      headers: { "content-type": "application/json" },
      body: '{"__proto__":{"shown":"partner"}}',
    }),
    "as plain text": () => ({
      headers: { "content-type": "text/plain;charset=UTF-8" },
      body: '[{"outcome":"fresh"},{"entry":"x"}]',
    }),
    "as an address holds it": () => ({
      headers: { "content-type": "application/x-www-form-urlencoded" },
      body: "note=x&__proto__[shown]=partner",
    }),
    "in parts that nothing parts": () => ({
      headers: { "content-type": "multipart/form-data" },
      body: "note",
    }),
  };

  /** More than any field takes, in as much as a form may hold. */
  readonly long: Attempt = () => ({ body: formOf({ note: LONG, name: LONG, code: LONG }) });

  /** Forms that can be read, with what no form of ours holds: each does what its sender may do, or says that it does not. */
  readonly hostile: Readonly<Record<string, Attempt>> = {
    "with hostile fields": (asking, action) => ({ body: formOf(this.fields(asking, action)) }),
    "with every field twice": (asking, action) => ({
      body: formOf(this.fields(asking, action).flatMap((field) => [field, field])),
    }),
    "with a NUL in every field": (asking, action) => ({
      body: formOf(
        this.fields(asking, action).map(([name, value]) => [name, `\u0000${value}\u0000`] as const),
      ),
    }),
    "with bytes that are no text": (asking, action) => bytesOf(this.fields(asking, action)),
    "with names of what every object has": (asking, action) => ({
      body: formOf([
        ...this.fields(asking, action),
        ...["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "then"].flatMap(
          (name): Fields => [
            [name, "partner"],
            [`${name}[shown]`, "partner"],
            [`${name}.shown`, "partner"],
          ],
        ),
      ]),
    }),
  };

  /** Somebody else's ids in every field that is known, and something in every field that a page has beside. */
  fields(asking: Caller, action: BuiltAction): Fields {
    const { people, canaries } = this.served.world;
    const { name } = asking;
    const typed = canaries.hatch(`what ${name} typed`, [name]);
    const theirs = name === "ada" ? people.cleo.viewer : people.ada.viewer;
    const adas = (what: string) => this.served.idOf(name === "ada" ? "random" : `ada.${what}`);
    const { file } = action;
    const hidden =
      { questions: "question.kept", struggles: "struggle.kept", therapy: "sitting.own" }[
        file.split("/")[1] ?? ""
      ] ?? "feeling.kept";
    // What Ada keeps of what was declined, and, for its days, what she and Ben agreed on.
    const commitment = adas(file.includes("follow-through") ? "agreed" : "declined");
    const known: Fields = [
      ["move", "on"],
      ["weekday", "7"],
      ["commitment", commitment],
      ["id", adas(/corrections|announcements/.test(file) ? "correction.waiting" : "declined")],
      ["step", file.includes("reviews") ? "closing" : "accepted"],
      [`status_${commitment}`, "kept"],
      [`said_${commitment}`, "0"],
      [`entry_${commitment}`, randomUUID()],
      ["perceived", "noticed"],
      ["what", `\u0000 ${typed}`],
      ["often", "daily"],
      ["from", "2026-03-01"],
      // Given twice it is a list, and no form of either would be understood.
      ["review", file.includes("reviews") ? adas("review") : "2026-04-01"],
      ["returns", "2026-04-01"],
      ["whose", "theirs"],
      ["area", "phone"],
      ["cost", "high"],
      ["way", "now"],
      ["is_true", `\u0000 ${typed}`],
      ["entry", adas(file.includes("space") ? "space.withdrawn" : "kept")],
      ["into", randomUUID()],
      ["to", file.includes("packets") ? "2026-03-12" : adas(hidden)],
      ["packet", adas("packet.own")],
      ["packet_kind", "joint"],
      ["group", "feelings"],
      ["put", "all"],
      ["listed", `words_${adas("feeling.withdrawn")}`],
      ["item", `words_${adas("feeling.withdrawn")}`],
      ["seen", "0".repeat(64)],
      ["commitments", "yes"],
      ["link", adas("link")],
      ["days", "3"],
      ["for_whom", `\u0000 ${typed}`],
      ["bring", "yes"],
      ["of", adas(hidden)],
      ["before", adas("heard.kept")],
      ["form", `reply/${adas(hidden)}`],
      ["standing", "answered"],
      [
        "kind",
        { reminders: "when_new", annotations: "hard_day", therapy: "session_agenda" }[
          file.split("/")[1] ?? ""
        ] ?? "caring_act",
      ],
      ["session_kind", "couple"],
      ["wanted", "no"],
      ["at", "20:00"],
      ["length", "20"],
      // What Ada proposed first: it was agreed on, and others were proposed since.
      ["turn", file.includes("commitments") ? "2" : "1"],
      ["sentence", `\u0000 ${typed}`],
      ["wish", "comfort"],
      ["feelings", "hurt"],
      ["strength_hurt", "11"],
      ["until", "25:00"],
      ["understood", "not_yet"],
      ["session", theirs.sessionId],
      ["passkey", adas("passkey")],
      ["label", `\u0000 ${typed}`],
      ["response", '{"__proto__":{},"id":"x","rawId":"x","type":"public-key"}'],
      ["shown", "numbers_and_words"],
      ["day", "2026-03-01"],
      ["note", `\u0000 \ud800 ${typed}`],
      ["__proto__", '{"shown":"partner"}'],
      ["constructor", "x"],
      ["trust", "3"],
      ["trust", "4"],
      ["key", "none"],
      ["audience", "partner"],
    ];
    const names = new Set(known.map(([field]) => field));
    const others = this.forms.filter((form) => form.action === action.id).flatMap((form) => form.fields);
    // A field that is filled in holds its owner's words, which are sent to nobody else's account.
    const words = (value: string) => (canaries.foundIn(value).length > 0 ? typed : value);
    return [
      ...known,
      ...others
        .filter(([field]) => !names.has(field))
        .map(([field, value]) => [field, words(value)] as const),
    ];
  }
}

/** A form by hand, with halves of signs, what ends a text and what begins none in the place of each value. */
function bytesOf(fields: Fields): Sent {
  const part = (name: string) => [
    Buffer.from(`--part\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n`),
    Buffer.from([0xed, 0xa0, 0x80, 0x00, 0xff, 0xc0, 0x80]),
    Buffer.from("\r\n"),
  ];
  const state = Buffer.from(
    '--part\r\nContent-Disposition: form-data; name="0"\r\n\r\n[{"outcome":"fresh"},"$K1"]\r\n--part--\r\n',
  );
  const body = Buffer.concat([...fields.flatMap(([name]) => part(`_1_${name}`)), state]);
  return { headers: { "content-type": "multipart/form-data; boundary=part" }, body };
}
