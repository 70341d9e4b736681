import "server-only";
import type { SignedIn } from "@/lib/auth/gate";
import type { Standing } from "@/lib/db/generated/enums";
import type { ViewerDb } from "@/lib/db/viewer";
import { draftFor } from "@/lib/drafts/queries";
import type { Draft } from "@/lib/drafts/rules";
import { draftOf } from "@/lib/drafts/schema";
import { entryHere, newestOf, withContent } from "@/lib/entries/queries";
import type { QuestionAnswerView, QuestionView } from "@/lib/entries/rules";

/** Questions of one person on a page; older ones are found on the timeline. */
const PAGE = 60;

/** A question and how it stands for both: null where nothing that can be read was answered. */
export type Question = { readonly question: QuestionView; readonly standing: Standing | null };

export type QuestionBox = {
  /** One's own that were not asked, or were taken back. */
  readonly kept: readonly Question[];
  readonly open: readonly Question[];
  readonly answered: readonly Question[];
  readonly draft: Draft | null;
};

/** The questions of the present space: both people find the same ones asked, and how they stand; newest first. */
export async function questionBox(db: ViewerDb, viewer: SignedIn): Promise<QuestionBox> {
  const rows = await newestOf(db, viewer, ["question"], PAGE);
  const views = (await withContent(db, viewer, rows)).filter((view) => view.kind === "question");
  const standings = await standingsOf(db, viewer, views);
  const all = views.map((question) => ({ question, standing: standings.get(keyOf(question)) ?? null }));
  const asked = all.filter(({ question }) => question.shown !== "only_me");
  const settled = ({ standing }: Question) => standing === "answered" || standing === "with_therapist";
  return {
    kept: all.filter(({ question }) => question.shown === "only_me"),
    open: asked.filter((one) => !settled(one)),
    answered: asked.filter(settled),
    draft: await draftFor(db, viewer, draftOf.question(viewer.coupleId)),
  };
}

const keyOf = ({ mine, id }: { mine: boolean; id: string }) => `${mine}/${id}`;

/** What was last answered to each, as both may know it. */
async function standingsOf(
  db: ViewerDb,
  viewer: SignedIn,
  questions: readonly QuestionView[],
): Promise<Map<string, Standing>> {
  const answers = await db.questionAnswer.findMany({
    where: {
      coupleId: viewer.coupleId,
      toEntryId: { in: questions.map(({ id }) => id) },
      entry: { audience: "partner" },
    },
    orderBy: [{ place: "asc" }, { entryId: "asc" }],
  });
  return new Map(
    answers.map(({ toAuthorId, toEntryId, standing }) => [
      keyOf({ mine: toAuthorId === viewer.id, id: toEntryId }),
      standing,
    ]),
  );
}

export type QuestionPage = {
  readonly question: QuestionView;
  readonly answers: readonly QuestionAnswerView[];
};

/** One question with its answers in their order, or null. */
export async function questionPage(db: ViewerDb, viewer: SignedIn, id: string): Promise<QuestionPage | null> {
  const found = await entryHere(db, viewer, "question", id);
  if (!found) return null;

  const given = await db.questionAnswer.findMany({
    where: { coupleId: viewer.coupleId, toAuthorId: found.authorId, toEntryId: id },
    orderBy: [{ place: "asc" }, { entryId: "asc" }],
    select: { entry: true },
  });
  const answers = await withContent(
    db,
    viewer,
    given.map(({ entry }) => entry),
  );
  return { question: found.view, answers: answers.filter((view) => view.kind === "question_answer") };
}

/** Whether the partner asks this at this moment. */
export async function isAsked(db: ViewerDb, { coupleId, partnerId }: SignedIn, id: string): Promise<boolean> {
  if (!partnerId) return false;
  return (await db.entry.count({ where: { coupleId, authorId: partnerId, kind: "question", id } })) > 0;
}
