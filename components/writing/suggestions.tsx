"use client";
import { useEffect, useRef, useState } from "react";
import { TextLink } from "@/components/ui/text-link";
import type { Component, Label } from "@/lib/coach/labels";
import type { Advice, Mark, Place } from "@/lib/coach/rules";
import { groupBy } from "@/lib/group-by";

type Says = Readonly<
  Record<
    | "title"
    | "announced"
    | "none"
    | "show"
    | "instead"
    | "frightening"
    | "frightening_about"
    | "crisis"
    | "crisis_about"
    | "crisis_link"
    | "there"
    | "missing",
    string
  >
> & {
  readonly components: Readonly<Record<Component, string>>;
  readonly lands: Readonly<Record<Label, string>>;
  readonly owning: Readonly<Record<Exclude<Label, "threat">, string>>;
};

type Props = { place: Place; fields: readonly string[]; says: Says };

/** What was read, and what there is to say of it. */
type Read = { readonly texts: Readonly<Record<string, string>>; readonly advice: Advice };

const PAUSE_MS = 900;

/** Reads the named fields of the form it stands in, a moment after each pause, and says what there is to say below them. */
export function Suggestions({ place, fields, says }: Props) {
  const here = useRef<HTMLDivElement>(null);
  const [read, setRead] = useState<Read | null>(null);
  const [open, setOpen] = useState(true);
  const names = fields.join(" ");

  useEffect(() => {
    const form = here.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let asking = new AbortController();
    const look = async () => {
      const { signal } = asking;
      const texts = textsOf(form, names.split(" "));
      const isEmpty = Object.values(texts).every((text) => text.trim() === "");
      const advice = isEmpty ? null : await ask(place, texts, signal);
      if (!signal.aborted) setRead(advice && { texts, advice });
    };
    const soon = () => {
      asking.abort();
      asking = new AbortController();
      clearTimeout(timer);
      timer = setTimeout(look, PAUSE_MS);
      // What is said of the words that stand there is not said of others.
      setRead((before) => (before?.advice.says === "nothing" ? null : before));
    };
    form.addEventListener("input", soon);
    // What was sent or emptied is no draft any more.
    form.addEventListener("reset", soon);
    soon();
    return () => {
      asking.abort();
      clearTimeout(timer);
      form.removeEventListener("input", soon);
      form.removeEventListener("reset", soon);
    };
  }, [place, names]);

  const advice = read?.advice;
  return (
    <div ref={here}>
      <p role="status" className={advice?.says === "nothing" ? "text-sm text-muted" : "sr-only"}>
        {advice && sentence(advice, says)}
      </p>
      {advice?.says === "help" && (
        <Aside title={says.crisis}>
          <p>{says.crisis_about}</p>
          <TextLink href="/help">{says.crisis_link}</TextLink>
        </Aside>
      )}
      {advice?.says === "frightening" && (
        <Aside title={says.frightening}>
          <p>{says.frightening_about}</p>
        </Aside>
      )}
      {read && advice?.says === "suggestions" && (
        <details
          open={open}
          onToggle={(event) => setOpen(event.currentTarget.open)}
          className="rounded-md border border-line bg-wash px-4 py-1"
        >
          <summary className="min-h-11 content-center font-semibold">{says.title}</summary>
          <ul className="space-y-5 pt-1 pb-3">
            {byPlace(advice.marks).map(({ labels, marks }) => (
              <li key={labels.join()} className="space-y-1.5">
                {marks.map((mark) => (
                  <MarkedWords key={`${mark.field} ${mark.from}`} mark={mark} read={read} show={says.show} />
                ))}
                {labels.map((label) => (
                  <div key={label}>
                    <p>{says.lands[label]}</p>
                    {label !== "threat" && (
                      <p className="text-sm text-muted">
                        {says.instead}: {says.owning[label]}
                      </p>
                    )}
                  </div>
                ))}
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Aside({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <aside className="space-y-1 rounded-md border border-line bg-wash px-4 py-3">
      <p className="font-semibold">{title}</p>
      {children}
    </aside>
  );
}

/** The words a suggestion is about. They are found again in the text by what they say: it may have moved on. */
function MarkedWords({ mark, read, show }: { mark: Mark; read: Read; show: string }) {
  const words = (read.texts[mark.field] ?? "").slice(mark.from, mark.to);
  return (
    <p className="flex flex-wrap items-center gap-x-4">
      <q className="own-words" dir="auto">
        {words}
      </q>
      <button
        type="button"
        className="min-h-11 text-sm text-accent underline underline-offset-4"
        onClick={(event) => select(event.currentTarget.form, mark, words)}
      >
        {show}
      </button>
    </p>
  );
}

function select(form: HTMLFormElement | null, { field, from }: Mark, words: string) {
  const area = form?.elements.namedItem(field);
  if (!(area instanceof HTMLTextAreaElement)) return;
  const at = area.value.startsWith(words, from) ? from : area.value.indexOf(words);
  area.focus();
  if (at >= 0) area.setSelectionRange(at, at + words.length);
}

function textsOf(form: HTMLFormElement, fields: readonly string[]) {
  const filled = new FormData(form);
  return Object.fromEntries(fields.map((field) => [field, String(filled.get(field) ?? "")]));
}

/** Without an answer there is nothing to say: help that is not there is no trouble of the writer's. */
async function ask(
  place: Place,
  texts: Readonly<Record<string, string>>,
  signal: AbortSignal,
): Promise<Advice | null> {
  const body = new FormData();
  body.set("place", place);
  for (const [field, text] of Object.entries(texts)) body.set(field, text);
  const answer = await fetch("/writing", { method: "POST", body, signal }).catch(() => null);
  return answer?.status === 200 ? answer.json().catch(() => null) : null;
}

function sentence({ says: what, there, missing }: Advice, says: Says) {
  if (what === "suggestions") return says.announced;
  if (what === "frightening") return says.frightening;
  if (what === "help") return says.crisis;
  const list = there.map((component) => says.components[component]).join(", ");
  return [
    !missing && says.none,
    list && says.there.replace("{list}", list),
    missing && says.missing.replace("{one}", says.components[missing]),
  ]
    .filter(Boolean)
    .join(" ");
}

/** What is said of the same words stands together. */
function byPlace(marks: readonly Mark[]) {
  const places = (of: readonly Mark[]) => of.map(({ field, from, to }) => `${field} ${from} ${to}`).join();
  const ofLabels = [...groupBy(marks, ({ label }) => label).values()];
  return [...groupBy(ofLabels, places).values()].map((same) => ({
    labels: same.flatMap(([first]) => first?.label ?? []),
    marks: same[0] ?? [],
  }));
}
