import "server-only";
import type { Route } from "next";
import { redirect, unstable_rethrow } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { z } from "zod";
import { type LockedOut, type SignedIn, whoeverIsThere } from "@/lib/auth/gate";
import { countAction } from "@/lib/auth/throttle";
import { asViewer, type ViewerDb } from "@/lib/db/viewer";
import { Refusal } from "@/lib/errors";
import type { FormAction, FormState } from "@/lib/web/form";
import { fieldsOf, typedIn } from "@/lib/web/form-data";
import { describe, log } from "@/lib/web/log";
import { requestId, requireSameOrigin } from "@/lib/web/request";

/** What a finished action says: a sentence of the catalogue under `done`, what only this answer can show, or where to go then. */
type Done = { readonly done?: DoneKey; readonly shown?: Record<string, string>; readonly goTo?: string };
type DoneKey = keyof typeof import("@/lib/i18n/en.json")["done"];

const wrapped = new WeakSet<object>();

/** Whether a function was made here. A test holds every exported action to it. */
export const isWrapped = (action: unknown) => typeof action === "function" && wrapped.has(action);

/** An action for anyone: our own form, understood. It guards what it does by itself (throttle, token, uniform answers). */
export function publicAction<S extends z.ZodType>(
  schema: S,
  work: (input: z.output<S>) => Promise<Done>,
): FormAction {
  return wrap(async (form) => work(schema.parse(fieldsOf(form))));
}

/** An action of the signed-in person that is not one transaction of theirs: signing out, leaving, a new passphrase. */
export function personAction<S extends z.ZodType>(
  schema: S,
  work: (viewer: SignedIn, input: z.output<S>) => Promise<Done>,
): FormAction {
  return wrap(async (form) => {
    const viewer = await whoeverIsThere();
    if (!viewer) throw new Refusal("signed_out");
    if ("locked" in viewer) throw new Refusal("locked");
    await countAction(viewer.sessionId);
    return work(viewer, schema.parse(fieldsOf(form)));
  });
}

/** An action of somebody whose device is locked. Whoever has it open does not need it. */
export function lockedAction<S extends z.ZodType>(
  schema: S,
  work: (locked: LockedOut, input: z.output<S>) => Promise<Done>,
): FormAction {
  return wrap(async (form) => {
    const locked = await whoeverIsThere();
    if (!locked) throw new Refusal("signed_out");
    if (!("locked" in locked)) throw new Refusal("not_locked");
    await countAction(locked.sessionId);
    return work(locked, schema.parse(fieldsOf(form)));
  });
}

/** The usual action: our own form, the viewer, understood input, one command in one transaction. */
export function viewerAction<S extends z.ZodType>(
  schema: S,
  command: (db: ViewerDb, viewer: SignedIn, input: z.output<S>) => Promise<Done>,
): FormAction {
  return personAction(schema, (viewer, input) => asViewer(viewer, (db) => command(db, viewer, input)));
}

function wrap(work: (form: FormData) => Promise<Done>): FormAction {
  const action: FormAction = async (_previous, form) => {
    try {
      await requireSameOrigin();
      if (!(form instanceof FormData)) throw new Refusal("unclear");
      const result = await work(form);
      // After the transaction: a redirect is thrown, and would roll it back.
      if (result.goTo) redirect(result.goTo as Route);
      const say = result.done && (await getTranslations("done"))(result.done);
      return { outcome: "done", ...(say ? { say } : {}), ...(result.shown ? { shown: result.shown } : {}) };
    } catch (error) {
      unstable_rethrow(error);
      return refused(error, form);
    }
  };
  wrapped.add(action);
  return action;
}

async function refused(error: unknown, form: unknown): Promise<FormState> {
  const typed = form instanceof FormData ? typedIn(form) : {};
  const { say, fields, shown } = await sentencesFor(error);
  return { outcome: "refused", say, typed, ...(fields ? { fields } : {}), ...(shown ? { shown } : {}) };
}

async function sentencesFor(error: unknown): Promise<Pick<FormState, "say" | "fields" | "shown">> {
  const refusals = await getTranslations("refusals");
  if (error instanceof Refusal)
    return { say: refusals(error.reason, error.params), ...(error.shown ? { shown: error.shown } : {}) };
  if (isZodError(error)) return { say: refusals("unclear"), fields: await sentencesByField(error) };
  if (isBusy(error)) return { say: refusals("too_busy") };
  log().error({ request: await requestId(), error: describe(error) }, "action failed");
  return { say: refusals("unexpected") };
}

async function sentencesByField(error: z.ZodError): Promise<Record<string, string>> {
  const invalid = await getTranslations("invalid");
  const first = new Map<string, string>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? "");
    const key = invalid.has(issue.message as never) ? issue.message : "other";
    if (!first.has(field)) first.set(field, invalid(key as never));
  }
  return Object.fromEntries(first);
}

const isZodError = (error: unknown): error is z.ZodError =>
  error instanceof Error && error.name === "ZodError";

/** The pool had no connection to give in time, or the transaction took too long (Prisma P2024, P2028). */
const isBusy = (error: unknown) =>
  error instanceof Error && "code" in error && (error.code === "P2024" || error.code === "P2028");
