"use client";
import { useEffect, useState } from "react";

type Props = {
  /** ISO 8601. */
  since: string;
  seconds: number;
  words: { readonly left: string; readonly over: string };
};

/** How long somebody may still speak. It makes no sound, and when it is over it says so and waits. */
export function TurnTimer({ since, seconds, words }: Props) {
  const [left, setLeft] = useState<number | null>(null);
  useEffect(() => {
    const look = () => {
      const spent = (Date.now() - new Date(since).getTime()) / 1000;
      // Clocks of two devices differ a little: nobody has more than the whole of it.
      setLeft(Math.min(seconds, Math.max(0, Math.ceil(seconds - spent))));
    };
    look();
    const again = setInterval(look, 1_000);
    return () => clearInterval(again);
  }, [since, seconds]);
  if (left === null) return null;
  const clock = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, "0")}`;
  return (
    <p role="timer" className="tabular-nums text-muted">
      {left > 0 ? words.left.replace("{time}", clock) : words.over}
    </p>
  );
}
