"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useState } from "react";
import { isFilledIn } from "@/components/forms/filled-in";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

const COME_BACK_MS = 10_000;
const LOOK_MS = 1_000;

/**
 * Draws the page anew when there may be something new on it, for as long as it is looked at. Without script nothing is live.
 * Where the page itself is gone and something half written stands on it, the page stays and says `gone`; and while somebody
 * says whether they felt heard, or `whenever` they write something, it waits for them, and says so.
 */
export function Live({
  gone,
  waiting,
  whenever = false,
}: {
  gone?: string;
  waiting?: { says: string; look: string };
  whenever?: boolean;
}) {
  const { refresh } = useRouter();
  const [over, setOver] = useState(false);
  const [held, setHeld] = useState(false);
  const waitsFor = waiting ? (whenever ? "written" : "heard") : null;
  // What was written is sent or given up by now.
  useEffect(() => {
    if (!held) return;
    const again = setInterval(() => {
      if (isBusy(waitsFor)) return;
      setHeld(false);
      refresh();
    }, LOOK_MS);
    return () => clearInterval(again);
  }, [held, refresh, waitsFor]);
  useEffect(() => {
    let events: EventSource | null = null;
    let again: ReturnType<typeof setTimeout> | undefined;
    let missedSome = false;

    const look = async () => {
      // One's own form, too, tells that there is something new while it is being sent.
      if (isBusy(waitsFor)) await new Promise((resolve) => setTimeout(resolve, LOOK_MS));
      if (isBusy(waitsFor)) return setHeld(true);
      const there = await stillThere();
      // A page that cannot be had would be left, with everything typed on it.
      if (there || (there === false && !somethingWritten())) refresh();
      else if (there === false) setOver(true);
    };
    const stop = () => {
      clearTimeout(again);
      events?.close();
      events = null;
    };
    const listen = () => {
      if (events || document.hidden) return;
      events = new EventSource("/api/between/live");
      events.onopen = () => {
        if (missedSome) void look();
        missedSome = true;
      };
      events.onmessage = () => void look();
      events.addEventListener("ended", () => {
        stop();
        void look();
      });
      events.onerror = () => {
        if (events?.readyState !== EventSource.CLOSED) return;
        stop();
        again = setTimeout(listen, COME_BACK_MS * (1 + Math.random()));
      };
    };
    const onVisibility = () => (document.hidden ? stop() : listen());

    listen();
    document.addEventListener("visibilitychange", onVisibility);
    return () => {
      document.removeEventListener("visibilitychange", onVisibility);
      stop();
    };
  }, [refresh, waitsFor]);

  if (over) return <Told>{gone}</Told>;
  if (!held || !waiting) return null;
  const lookNow = () => {
    setHeld(false);
    refresh();
  };
  return (
    <Told>
      <p>{waiting.says}</p>
      <Button tone="quiet" type="button" onClick={lookNow}>
        {waiting.look}
      </Button>
    </Told>
  );
}

const Told = ({ children }: { children: ReactNode }) => (
  <div className="mb-4">
    <Notice>{children}</Notice>
  </div>
);

/** What is said of an answer stands beside it: drawn anew while the answer is being taken back, it would go along. */
const saysWhetherHeard = () => document.querySelector("main details[open] [name=would_help]") !== null;

const isBusy = (at: "written" | "heard" | null) =>
  at === "written" ? writesSomething() : at === "heard" && saysWhetherHeard();

/** What is typed or chosen by now and was not there before. */
const writesSomething = () =>
  [...document.querySelectorAll("main :is(textarea, input, select)")].some(isFilledIn);

const somethingWritten = () =>
  [...document.querySelectorAll<HTMLTextAreaElement>("main textarea")].some(
    ({ value }) => value.trim() !== "",
  );

/** Whether the page is still to be had; null where that cannot be known now. */
const stillThere = (): Promise<boolean | null> =>
  fetch(window.location.href, { method: "HEAD", redirect: "manual" })
    .then(({ ok, status }) => ok || (status === 404 ? false : null))
    .catch(() => null);
