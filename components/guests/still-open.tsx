"use client";
import { useRouter } from "next/navigation";
import { useEffect } from "react";

const EVERY_MS = 5 * 60_000;

/** Asks again now and then, and whenever the page comes back into view: what was closed or taken back goes from it. */
export function StillOpen() {
  const { refresh } = useRouter();
  useEffect(() => {
    const ask = () => {
      if (document.visibilityState === "visible") refresh();
    };
    document.addEventListener("visibilitychange", ask);
    const asking = setInterval(ask, EVERY_MS);
    return () => {
      document.removeEventListener("visibilitychange", ask);
      clearInterval(asking);
    };
  }, [refresh]);
  return null;
}
