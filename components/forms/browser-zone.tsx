"use client";
import { useSyncExternalStore } from "react";

const never = () => () => {};

/** Brings the browser's time zone along with a form; empty where there is no script to tell it. */
export function BrowserZone({ name }: { name: string }) {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => "",
  );
  return <input type="hidden" name={name} value={zone} />;
}
