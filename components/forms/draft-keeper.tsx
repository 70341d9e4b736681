"use client";
import { useEffect, useRef, useState } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { isFilledIn } from "@/components/forms/filled-in";
import { keeping } from "@/components/forms/keeping";
import { type FormAction, fresh } from "@/lib/web/form";

type Props = {
  save: FormAction;
  /** The name of the draft the form begins with. */
  name: string;
  kept: string;
  lost: string;
  back: string;
  found?: string;
};

/** An action that is under way when the page is left may never be answered. */
const PATIENCE_MS = 3_000;
const noAnswer = () => new Promise<null>((resolve) => setTimeout(() => resolve(null), PATIENCE_MS));

/**
 * Keeps what is typed in the form it stands in, on the server; nothing stays in the browser. Says plainly when that did
 * not work, and tries again.
 */
export function DraftKeeper(props: Props) {
  const { name, found } = props;
  const { state } = useAnswer();
  const place = useRef<HTMLParagraphElement>(null);
  const keeper = useRef<ReturnType<typeof keeping>>(null);
  const [says, setSays] = useState(found ?? "");
  // A page that is drawn anew brings new ones, and the form stays the same.
  const given = useRef(props);
  useEffect(() => {
    given.current = props;
  });

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const kept = keeping(
      {
        read: () => new FormData(form),
        save: (filled) => Promise.race([given.current.save(fresh, filled).catch(() => null), noAnswer()]),
        tell: (how, say) => setSays(say ?? given.current[how]),
      },
      given.current.name,
    );
    keeper.current = kept;
    const onVisibility = () => document.hidden && kept.leaves(false);
    form.addEventListener("input", kept.typed);
    form.addEventListener("submit", kept.sent);
    window.addEventListener("online", kept.online);
    document.addEventListener("visibilitychange", onVisibility);
    // What was typed before the page had its script told nobody.
    if ([...form.elements].some(isFilledIn)) kept.typed();
    return () => {
      form.removeEventListener("input", kept.typed);
      form.removeEventListener("submit", kept.sent);
      window.removeEventListener("online", kept.online);
      document.removeEventListener("visibilitychange", onVisibility);
      kept.leaves(true);
    };
  }, []);
  useEffect(() => keeper.current?.begins(name), [name]);
  useEffect(() => keeper.current?.answered(state), [state]);

  return (
    <p ref={place} role="status" className="min-h-5 text-sm text-muted">
      {says}
    </p>
  );
}
