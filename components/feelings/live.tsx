"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";

/**
 * Draws the page anew when there may be something new on it, for as long as it is open. Without script nothing is live.
 * Where the page itself is gone and something half written stands on it, the page stays and says `gone`.
 */
export function Live({ gone }: { gone?: string }) {
  const { refresh } = useRouter();
  const [over, setOver] = useState(false);
  useEffect(() => {
    const events = new EventSource("/api/between/live");
    const look = async () => {
      const there = gone && somethingWritten() ? await stillThere() : true;
      if (there) refresh();
      else if (there === false) setOver(true);
    };
    events.onmessage = look;
    events.addEventListener("ended", () => {
      events.close();
      void look();
    });
    return () => events.close();
  }, [refresh, gone]);
  return over ? (
    <div className="mb-4">
      <Notice>{gone}</Notice>
    </div>
  ) : null;
}

const somethingWritten = () =>
  [...document.querySelectorAll("textarea")].some(({ value, defaultValue }) => value !== defaultValue);

/** Null where it cannot be asked: then nothing is drawn anew and nothing is said. */
const stillThere = (): Promise<boolean | null> =>
  fetch(window.location.pathname, { method: "HEAD", redirect: "manual" })
    .then(({ ok }) => ok)
    .catch(() => null);
