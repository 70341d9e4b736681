"use client";
import { useEffect, useRef, useState } from "react";
import { type FormAction, fresh } from "@/lib/web/form";

type Props = { save: FormAction; kept: string; lost: string; back: string; found?: string };

const PAUSE_MS = 1_200;

/**
 * Keeps what is typed in the form it stands in, on the server, a moment after each pause; nothing stays in the browser.
 * Says plainly when that did not work, and tries again when the connection is back.
 */
export function DraftKeeper({ save, kept, lost, back, found }: Props) {
  const place = useRef<HTMLParagraphElement>(null);
  const [says, setSays] = useState(found ?? "");

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let unsaved = false;
    let sent = false;

    const keep = async () => {
      if (sent) return;
      const answer = await save(fresh, new FormData(form)).catch(() => null);
      const failed = answer?.outcome !== "done";
      setSays(failed ? (answer?.say ?? lost) : unsaved ? back : kept);
      unsaved = failed;
    };
    const soon = () => {
      sent = false;
      clearTimeout(timer);
      timer = setTimeout(keep, PAUSE_MS);
    };
    const stop = () => {
      sent = true;
      clearTimeout(timer);
    };
    const again = () => unsaved && soon();

    form.addEventListener("input", soon);
    form.addEventListener("submit", stop);
    window.addEventListener("online", again);
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", soon);
      form.removeEventListener("submit", stop);
      window.removeEventListener("online", again);
    };
  }, [save, kept, lost, back]);

  return (
    <p ref={place} role="status" className="min-h-5 text-sm text-muted">
      {says}
    </p>
  );
}
