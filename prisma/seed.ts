import { randomUUID } from "node:crypto";
import { Temporal } from "temporal-polyfill";
import { signUp } from "@/lib/accounts/commands";
import { acknowledge, receive } from "@/lib/acknowledgements/commands";
import { agreeTo, propose } from "@/lib/agreements/commands";
import { agreementOf, chosenOn, holding } from "@/lib/agreements/queries";
import { markDay } from "@/lib/annotations/commands";
import { chooseWay, openAnnounced } from "@/lib/announcements/commands";
import { wayToTheOther } from "@/lib/announcements/queries";
import { type SignedIn, whoHolds } from "@/lib/auth/gate";
import { noteCare } from "@/lib/care/commands";
import { amendCheckIn, recordCheckIn } from "@/lib/check-ins/commands";
import { basisOf } from "@/lib/check-ins/queries";
import { correct } from "@/lib/corrections/commands";
import { acceptInvitation, chooseRole, invite } from "@/lib/couples/commands";
import { hashToken, newToken } from "@/lib/crypto/tokens";
import type { Feeling, Role } from "@/lib/db/generated/enums";
import { asSystem } from "@/lib/db/system";
import { asViewer } from "@/lib/db/viewer";
import { askForTime, replyToFeeling, sayHeard, shareFeeling } from "@/lib/feelings/commands";
import { answerQuestion, askQuestion } from "@/lib/questions/commands";
import { writeReflection } from "@/lib/reflections/commands";
import { agreeToWords, askForSpace, proposeWords } from "@/lib/space/commands";
import { chosenWords } from "@/lib/space/queries";
import { addDays, toColumn } from "@/lib/time/day";
import { showEntry, startWith } from "@/lib/visibility/commands";
import { conversations, type Told, type Who } from "@/prisma/seed/conversations";
import { daysAgo, on, TIME_ZONE } from "@/prisma/seed/days";
import { diaryOf, type Page } from "@/prisma/seed/diary";
import { holdReviews } from "@/prisma/seed/hold-reviews";
import { keepCommitments } from "@/prisma/seed/keep-commitments";
import { packUp } from "@/prisma/seed/packets";
import { type DemoPerson, jonas, maren } from "@/prisma/seed/people";
import { goToSessions } from "@/prisma/seed/sessions";
import {
  acknowledgements,
  agreements,
  care,
  corrections,
  marks,
  questions,
  reflections,
  sentences,
  spaces,
  ways,
} from "@/prisma/seed/small-things";
import { nameStruggles } from "@/prisma/seed/struggles";

/** Maren wrote alone until then. */
const LINKED_AGO = 82;

type Options = {
  readonly servingUrl?: string;
  readonly keysDir?: string;
  readonly say?: (sentence: string) => void;
};

/**
 * Writes one couple and their last three months into an empty database, by the app's own commands, each as the person
 * it belongs to: nothing gets in that the policies would not let in. The same every time, counted back from today.
 */
export async function seed({
  servingUrl,
  keysDir,
  say = console.log,
}: Options = {}): Promise<{ people: DemoPerson[] }> {
  if (servingUrl) process.env.SERVING_DATABASE_URL = servingUrl;
  if (keysDir) process.env.KEYS_DIR = keysDir;

  const [alone, invited] = await Promise.all([arrive(maren), arrive(jonas)]);
  const diary = diaryOf("maren");
  await write(
    alone,
    diary.filter(({ ago }) => ago > LINKED_AGO),
  );
  const { token } = await asViewer(alone, (db) => invite(db, alone));
  await acceptInvitation(invited, token);
  await Promise.all([
    keepDiary(
      await again(maren),
      "injured",
      diary.filter(({ ago }) => ago <= LINKED_AGO),
    ),
    keepDiary(await again(jonas), "involved", diaryOf("jonas")),
  ]);

  const both = { maren: await again(maren), jonas: await again(jonas) };
  const promised = new Map<number, string>();
  for (const told of conversations)
    for (const [ago, reply] of await tell(both, told)) promised.set(ago, reply);
  await tellSmallThings(both);
  await nameStruggles(both);
  await goToSessions(both);
  await takeResponsibility(both);
  await correctThemselves(both);
  await keepCommitments(both, promised);
  await holdReviews(both);
  await packUp(both);

  const people = [maren, jonas];
  for (const { name, email, passphrase } of people)
    say(`${name} signs in with ${email} and the passphrase “${passphrase}”.`);
  return { people };
}

/** Signs up, and reads the plain notice. */
async function arrive(person: DemoPerson): Promise<SignedIn> {
  await signUp({ ...person, time_zone: TIME_ZONE });
  const viewer = await again(person);
  const noticeReadOn = toColumn(daysAgo(LINKED_AGO + 10));
  await asViewer(viewer, (db) => db.account.updateMany({ where: { id: viewer.id }, data: { noticeReadOn } }));
  return viewer;
}

/** The person as they are now, on their phone; no cookie holds its token, so nothing else can use the session. */
async function again({ email }: DemoPerson): Promise<SignedIn> {
  const token = newToken();
  const { id } = await asSystem([email], (db) =>
    db.account.findUniqueOrThrow({ where: { email }, select: { id: true } }),
  );
  await asSystem([id], async (db) => {
    await db.session.updateMany({
      where: { accountId: id, revokedAt: null },
      data: { revokedAt: new Date() },
    });
    await db.session.createMany({
      data: { accountId: id, tokenHash: hashToken(token), deviceLabel: "Firefox · Android" },
    });
  });
  const viewer = await whoHolds(token);
  if (!viewer) throw new Error(`${email} has just signed up and is nobody`);
  return viewer;
}

async function keepDiary(viewer: SignedIn, role: Role, pages: readonly Page[]): Promise<void> {
  await asViewer(viewer, (db) => chooseRole(db, viewer, role, "partner"));
  await asViewer(viewer, (db) => startWith(db, viewer, "check_in", "numbers"));
  await write(viewer, pages);
}

async function write(viewer: SignedIn, pages: readonly Page[]): Promise<void> {
  for (const { ago, versions } of pages) {
    const [first, ...later] = versions;
    const entry = randomUUID();
    const input = { ...first.content, entry, day: daysAgo(ago), shown: first.shown, nothing: "yes" as const };
    await asViewer(viewer, (db) => recordCheckIn(db, on(viewer, first.writtenAgo), input));
    let standing = first;
    for (const version of later) {
      const change = { ...version.content, entry, basis: basisOf(standing.content) };
      await asViewer(viewer, (db) => amendCheckIn(db, on(viewer, version.writtenAgo), change, version.shown));
      standing = version;
    }
  }
}

/** One shows a feeling, and answers follow in their order. Gives back the replies that promised something, by their days. */
async function tell(both: Record<Who, SignedIn>, told: Told): Promise<[number, string][]> {
  const { by, ago, feelings, wish, note = "", after, takenBack } = told;
  const other = by === "maren" ? "jonas" : "maren";
  const here = (who: Who, daysBack: number) => on(both[who], daysBack);
  const entry = randomUUID();
  const parts = Object.entries(feelings).map(([feeling, intensity]) => ({
    feeling: feeling as Feeling,
    intensity,
  }));
  await asViewer(both[by], (db) =>
    shareFeeling(db, here(by, ago), { entry, wish, parts, texts: { note, own_feeling: "" } }),
  );
  const promised: [number, string][] = [];
  let last = "";
  for (const answer of after) {
    const id = randomUUID();
    if ("heard" in answer) {
      const [understood, accepted, cared_for] = answer.heard;
      const { wouldHelp = "", shown } = answer;
      const said = { understood, accepted, cared_for, would_help: wouldHelp };
      await asViewer(both[by], (db) =>
        sayHeard(db, here(by, answer.ago), {
          entry: id,
          to: last,
          before: null,
          ...said,
          shown: shown ? "numbers_and_words" : "only_me",
        }),
      );
    } else if ("until" in answer) {
      await asViewer(both[other], (db) =>
        askForTime(db, here(other, answer.ago), { entry: id, to: entry, until: answer.until }),
      );
    } else {
      const { note, promise = "" } = answer;
      await asViewer(both[other], (db) =>
        replyToFeeling(db, here(other, answer.ago), { entry: id, to: entry, note, promise }),
      );
      last = id;
      if (promise) promised.push([answer.ago, id]);
    }
  }
  if (takenBack) await asViewer(both[by], (db) => showEntry(db, both[by], entry, "only_me", daysAgo(ago)));
  return promised;
}

/** Questions, everyday care, marked days, and space with its sentence. */
async function tellSmallThings(both: Record<Who, SignedIn>): Promise<void> {
  const here = (who: Who, ago: number) => on(both[who], ago);
  const otherOf = (who: Who) => (who === "maren" ? "jonas" : "maren");
  const shownUnless = (kept?: true) => (kept ? "only_me" : "numbers_and_words");
  for (const { by, ago, note, kept, after = [] } of questions) {
    const question = { entry: randomUUID(), note, shown: shownUnless(kept) } as const;
    await asViewer(both[by], (db) => askQuestion(db, here(by, ago), question));
    const answerer = otherOf(by);
    for (const { ago, standing, note = "" } of after) {
      const answer = { entry: randomUUID(), to: question.entry, standing, note };
      await asViewer(both[answerer], (db) => answerQuestion(db, here(answerer, ago), answer));
    }
  }
  for (const { by, ago, kind, note, kept } of care) {
    const small = { entry: randomUUID(), kind, note, shown: shownUnless(kept) } as const;
    await asViewer(both[by], (db) => noteCare(db, here(by, ago), small));
  }
  for (const { by, ago, kind, note, ahead, shown } of reflections) {
    const entry = randomUUID();
    const piece = { entry, kind, note, day: ahead === undefined ? null : addDays(daysAgo(0), ahead) };
    await asViewer(both[by], async (db) => {
      await writeReflection(db, here(by, ago), piece);
      if (shown) await showEntry(db, both[by], entry, "numbers_and_words", daysAgo(ago));
    });
  }
  for (const { by, ago, kind, note = "", kept } of marks) {
    const mark = { entry: randomUUID(), day: daysAgo(ago), kind, note, shown: shownUnless(kept) } as const;
    await asViewer(both[by], (db) => markDay(db, here(by, ago), mark));
  }
  for (const { by, sentence } of sentences)
    await asViewer(both[by], (db) => proposeWords(db, both[by], sentence));
  await asViewer(both.jonas, async (db) => {
    const { proposal } = await chosenWords(db, both.jonas);
    if (proposal) await agreeToWords(db, both.jonas, proposal.turn);
  });
  for (const one of agreements) await agreeOn(both, one);
  for (const { by, ago, length } of spaces) {
    const then = Temporal.Now.instant().subtract({ hours: ago * 24 });
    const wanted = { entry: randomUUID(), wanted: { length } };
    await asViewer(both[by], (db) => askForSpace(db, here(by, ago), wanted, then));
  }
}

type Agreed = (typeof agreements)[number];

/** One proposes, the other agrees, and sometimes with other words later. */
async function agreeOn(both: Record<Who, SignedIn>, { by, text, instead, waits }: Agreed): Promise<void> {
  const about = agreementOf(both[by], randomUUID());
  const other = both[by === "maren" ? "jonas" : "maren"];
  for (const words of [text, ...(instead ? [instead] : [])]) {
    await asViewer(both[by], (db) => propose(db, both[by], about, words));
    if (waits) continue;
    await asViewer(other, async (db) => {
      const { proposal } = await chosenOn(db, other, about);
      if (proposal) await agreeTo(db, other, about, proposal.turn);
    });
  }
}

/** Somebody takes responsibility, and what they gave is read and answered. */
async function takeResponsibility(both: Record<Who, SignedIn>): Promise<void> {
  let before: string | null = null;
  for (const { by, ago, names, follows, kept, answer, ...texts } of acknowledgements) {
    const [entry, author, reader] = [randomUUID(), both[by], both[by === "maren" ? "jonas" : "maren"]];
    const agreed = names
      ? (await asViewer(author, (db) => holding(db, author))).find(({ text }) => text.startsWith(names))
      : undefined;
    const after: string | null = follows ? before : null;
    const way = await asViewer(author, wayToTheOther);
    const input = { entry, after, agreement: agreed?.id ?? null, way, ...texts };
    await asViewer(author, (db) =>
      acknowledge(db, on(author, ago), { ...input, given: kept ? "later" : "now" }),
    );
    before = entry;
    if (!answer) continue;
    await asViewer(reader, (db) =>
      openAnnounced(db, on(reader, ago), { kind: "acknowledgement", id: entry }),
    );
    const said = { entry: randomUUID(), to: entry, before: null, ...answer };
    await asViewer(reader, (db) => receive(db, on(reader, ago - 1), said));
  }
}

/** What one said is put right and read, and then the other chooses how it is to reach them from now on. */
async function correctThemselves(both: Record<Who, SignedIn>): Promise<void> {
  for (const { by, ago, ...texts } of corrections) {
    const correction = { entry: randomUUID(), way: "now", ...texts } as const;
    const other = both[by === "maren" ? "jonas" : "maren"];
    await asViewer(both[by], (db) => correct(db, on(both[by], ago), correction));
    await asViewer(other, (db) =>
      openAnnounced(db, on(other, ago), { kind: "correction", id: correction.entry }),
    );
  }
  for (const { by, ...way } of ways) await asViewer(both[by], (db) => chooseWay(db, both[by], way));
}
