import { z } from "zod";
import {
  Area,
  Audience,
  CommitmentStep,
  CommitmentWordsField,
  Cost,
  EntryKind,
  Feeling,
  FollowThroughStatus,
  Heard,
  Need,
  Perceived,
  ReachWay,
  Received,
  ReminderKind,
  ReviewStep,
  Role,
  SessionKind,
  Standing,
  Wish,
  WordsField,
} from "@/lib/db/generated/enums";
import { weeklyTime } from "@/lib/reviews/schema";
import { parseDay } from "@/lib/time/day";
import { parseZone } from "@/lib/time/zone";
import { clock, isWellFormed, WORDS_LIMIT } from "@/lib/web/fields";

/**
 * The file that a person takes with them, as data. Others read it too: what is described here is served as a JSON Schema
 * (`publishedSchema`).
 */
export const VERSION = 1;
/** Names the schema, and nothing of where a file was made. */
export const SCHEMA = `urn:keel:export:${VERSION}`;

/** What can be asked for: data for a program, tables for a spreadsheet, or a document to read. */
export const formats = ["json", "csv", "html"] as const;
export type ExportFormat = (typeof formats)[number];
export const exportAddress = z.object({ format: z.enum(formats) });

const day = z.iso.date().refine((text) => parseDay(text) !== null);
const moment = z.iso.datetime().refine((text) => parseDay(text.slice(0, 10)) !== null);
const zone = z.string().refine((text) => parseZone(text) !== null);
const words = z.string().max(WORDS_LIMIT).refine(isWellFormed);
/** What Postgres counts versions and turns to. */
const nth = z.int().min(1).max(32_767);
const who = z.enum(["me", "other"]).describe("me: whose file it is; other: who shared that space with them");
const version = {
  version: nth,
  stands: z.boolean().describe("it is how it reads now"),
  superseded_on: day
    .nullable()
    .describe("the day until which an earlier version stood; open where it was changed while hidden"),
  shown: z.boolean().describe("the other person could read this version"),
};
const number = z.int().min(0).max(10).nullable();
const to = z.uuid().describe("the id of the entry that this answers; the other's are not in the file");

export const person = z.strictObject({
  name: z.string(),
  email: z.string(),
  time_zone: z.string(),
  recovery_by_mail: z.boolean(),
  writing_help: z.boolean().optional(),
  notice_read_on: day.nullable(),
  reminders: z.array(z.strictObject({ kind: z.enum(ReminderKind), local_time: z.string() })),
  devices: z.array(
    z.strictObject({
      label: z.string(),
      signed_in_on: day,
      last_used_on: day,
      signed_out_on: day.nullable(),
    }),
  ),
  passkeys: z.array(z.strictObject({ label: z.string(), added_on: day })),
  drafts: z
    .array(z.strictObject({ form: z.string(), fields: z.record(z.string(), z.array(z.string())) }))
    .describe("forms half filled in: which form, and what its fields hold"),
});
export type ExportedPerson = z.infer<typeof person>;

export const entry = z.strictObject({
  id: z.uuid(),
  kind: z.enum(EntryKind),
  happened_on: day.describe("the day it is about, in time_zone"),
  written_on: day.describe("later than happened_on where it was added afterwards"),
  time_zone: zone.describe("IANA, the writer's own"),
  audience: z.enum(Audience).describe("who sees it now, or saw it when the space ended"),
  words: z.array(
    z.strictObject({ ...version, field: z.enum(WordsField), audience: z.enum(Audience), text: words }),
  ),
  check_ins: z
    .array(
      z.strictObject({
        ...version,
        ...{ trust: number, safety: number, closeness: number, love: number, pain: number },
        feelings: z.array(z.enum(Feeling)),
        need: z.enum(Need).nullable(),
      }),
    )
    .optional(),
  shared_feeling: z
    .strictObject({
      wish: z.enum(Wish),
      parts: z.array(
        z.strictObject({ feeling: z.enum(Feeling), intensity: z.int().min(1).max(10).nullable() }),
      ),
    })
    .optional(),
  reply: z.strictObject({ to, needs_until: moment.nullable() }).optional(),
  felt_heard: z
    .strictObject({
      to,
      understood: z.enum(Heard).nullable(),
      accepted: z.enum(Heard).nullable(),
      cared_for: z.enum(Heard).nullable(),
    })
    .optional(),
  question_answer: z.strictObject({ to, standing: z.enum(Standing) }).optional(),
  struggle_part: z.strictObject({ to }).optional(),
  /** Of a session: an individual one is its author's alone. */
  therapy_session: z.strictObject({ kind: z.enum(SessionKind), local_time: clock.nullable() }).optional(),
  /** `kind` is what the session is. */
  therapy_part: z.strictObject({ to, kind: z.enum(SessionKind) }).optional(),
  space_request: z.strictObject({ until: moment, over: z.boolean(), back_later: z.boolean() }).optional(),
  remark: z.strictObject({ commitment: z.uuid(), day, perceived: z.enum(Perceived).nullable() }).optional(),
  correction: z.strictObject({ way: z.enum(ReachWay) }).optional(),
  acknowledgement: z
    .strictObject({
      statement: z.uuid().describe("the same for all versions of one statement"),
      version: z.int().min(1).max(9_999),
      agreement: z.uuid().nullable().describe("the agreement that it names as broken"),
      way: z.enum(ReachWay).nullable().describe("how it reached the other; null where it was never given"),
    })
    .optional(),
  acknowledgement_answer: z.strictObject({ to, received: z.enum(Received) }).optional(),
  review_part: z.strictObject({ review: z.uuid(), step: z.enum(ReviewStep), number }).optional(),
  became: z
    .array(z.uuid())
    .optional()
    .describe("the commitments that came of a promise in it, or of what it says one will do"),
});
export type ExportedEntry = z.infer<typeof entry>;

const terms = z.strictObject({
  rule: z
    .string()
    .nullable()
    .describe("an RRULE (RFC 5545) on whole days from starts_on; null for whenever it comes up"),
  times: z.int().min(1).max(7).nullable(),
  starts_on: day,
  review_on: day,
});
const texts = z.partialRecord(z.enum(CommitmentWordsField), words);

/** What both agreed on. Words and terms of the other's are here where both agreed on them, and nowhere else. */
export const commitment = z.strictObject({
  id: z.uuid(),
  area: z.enum(Area),
  cost: z.enum(Cost),
  doer: who,
  begun_by: who,
  ended: z.boolean(),
  agreement: z.uuid().nullable().optional().describe("the agreement that it is part of"),
  steps: z.array(
    z.strictObject({
      turn: nth,
      by: who,
      step: z.enum(CommitmentStep),
      happened_on: day,
      returns_on: day.nullable(),
      terms: terms.optional(),
      texts,
    }),
  ),
  days: z
    .array(
      z.strictObject({
        day,
        turn: nth,
        status: z.enum(FollowThroughStatus),
        volunteered: z.boolean(),
        written_on: day,
      }),
    )
    .describe("what the doer said of each day; said anew, it has a later turn"),
});
export type ExportedCommitment = z.infer<typeof commitment>;

/** What the person offered in a commitment that was never agreed on. */
export const offer = z.strictObject({
  commitment: z.uuid(),
  turn: nth,
  offered_on: day.nullable(),
  area: z.enum(Area).nullable(),
  cost: z.enum(Cost).nullable(),
  doer: who.nullable(),
  terms: terms.optional(),
  texts,
});
export type ExportedOffer = z.infer<typeof offer>;

/** What both agreed on in words, or one proposed. */
const said = z.strictObject({
  turn: nth,
  by: who,
  agreed: z.boolean(),
  agreed_on: day.nullable().optional().describe("the day on which the other agreed"),
  text: words,
});

/** A space: its own settings, and what both agreed on in it or the person proposed. */
export const space = z.strictObject({
  id: z.uuid(),
  present: z.boolean(),
  from: day.nullable(),
  to: day.nullable(),
  role: z.strictObject({ role: z.enum(Role), audience: z.enum(Audience) }).nullable(),
  starts_with: z.array(
    z.strictObject({ kind: z.enum(EntryKind), numbers: z.enum(Audience), words: z.enum(Audience) }),
  ),
  corrections_reach_me: z.strictObject({ way: z.enum(ReachWay), local_time: clock.nullable() }).nullable(),
  invitations: z.array(
    z.strictObject({ expires_on: day, revoked_on: day.nullable(), accepted_on: day.nullable() }),
  ),
  guest_links: z
    .array(
      z.strictObject({
        for_whom: words,
        made_on: day,
        ends_on: day,
        revoked_on: day.nullable(),
        opened: z.array(z.strictObject({ on: day, saved: z.boolean() })),
      }),
    )
    .optional()
    .describe("the person's links to their part of a packet, and on which days they were opened"),
  struggles_can_rest: z
    .array(z.uuid())
    .describe(
      "the struggles, by the id of their entry, of which the person said that they can rest for them",
    ),
  sentences: z.array(said),
  agreements: z
    .array(z.strictObject({ id: z.uuid(), turns: z.array(said).min(1) }))
    .optional()
    .describe("what holds between the two, and how it read before"),
  review_times: z
    .array(said.extend({ text: weeklyTime }))
    .describe("when both sit down for a review: a weekday (1 Monday to 7 Sunday), a time and its zone"),
  would_like_to_guess: z.boolean(),
  /** Both people's, but for the guesses, which are the person's own. */
  reviews: z.array(
    z.strictObject({
      id: z.uuid(),
      opened_on: day,
      open: z.boolean(),
      stopped: z.boolean(),
      step: z.enum(ReviewStep),
      notes: z.array(said),
      guesses: z
        .strictObject({ pain: number, closeness: number, guessed_pain: number, guessed_closeness: number })
        .nullable(),
    }),
  ),
});
export type ExportedSpace = z.infer<typeof space>;

/** The whole file. One that was made before files named their schema does not name it. */
export const exportFile = z
  .strictObject({
    $schema: z.literal(SCHEMA).optional(),
    format: z.literal("keel-export"),
    version: z.literal(VERSION),
    made_on: day,
    me: person,
    spaces: z.array(
      space.extend({
        entries: z.array(entry).describe("by day, the oldest first"),
        commitments: z.array(commitment).describe("what both agreed on"),
        offers: z.array(offer).describe("what the person offered and was never agreed on"),
      }),
    ),
  })
  .describe(
    "What one person takes with them: their own, and what both agreed on. Days are YYYY-MM-DD in the zone they were lived in; moments, where one was chosen, are ISO 8601 in UTC. A later file of the same version may have keys that are not here; one in which a key means something else has another version.",
  );

export type ExportedFile = z.infer<typeof exportFile>;

/** The file, as a JSON Schema (draft 2020-12) for other programs. What it does not name is to be passed over. */
export const publishedSchema = () => ({
  $id: SCHEMA,
  ...z.toJSONSchema(exportFile, {
    target: "draft-2020-12",
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      // A format says it by itself.
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.type === "integer") {
        if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
        if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      }
    },
  }),
});

/** The file in the parts it is read and written in, so that no more than one of them is held at a time. */
export type Part =
  | { readonly is: "person"; readonly madeOn: string; readonly person: ExportedPerson }
  | { readonly is: "space"; readonly space: ExportedSpace }
  | { readonly is: "entries"; readonly entries: readonly ExportedEntry[] }
  | {
      readonly is: "record";
      readonly commitments: readonly ExportedCommitment[];
      readonly offers: readonly ExportedOffer[];
    };
