"use client";
import { useEffect } from "react";
import { windows } from "@/components/lock/windows";

const USES = ["pointerdown", "pointermove", "keydown", "wheel", "touchmove"] as const;
/** Where the router leads out of the signed-in frame. */
const OUTSIDE = ["/", "/help", "/join", "/locked", "/sign-in"];
const LOOK_MS = 10_000;
/** The server hears of somebody who is there without asking it anything, a good while before it would lock. */
const TELL_MS = 4 * 60_000;

/**
 * Locks this device when nobody has touched it for so many minutes. What the page asks for by itself counts as use on the
 * server, so the page looks for itself: it goes dark, locks, and leaves nothing to come back to. All windows are one.
 */
export function IdleLock({ minutes }: { minutes: number }) {
  useEffect(() => {
    let last = Date.now();
    let told = last;
    let over = false;

    const goDark = () => {
      over = true;
      document.documentElement.hidden = true;
    };
    const leave = () => {
      goDark();
      window.location.replace("/locked");
    };
    const lock = async () => {
      goDark();
      await fetch("/lock", { method: "POST", keepalive: true, redirect: "manual" }).catch(() => {});
      leave();
    };
    const look = () => void (!over && Date.now() - last >= minutes * 60_000 && lock());
    const tell = async () => {
      told = Date.now();
      const answer = await fetch("/api/here", { method: "POST" }).catch(() => null);
      if (answer?.status === 401 && !over) leave();
    };
    const use = () => {
      // A device that slept wakes with a touch.
      look();
      if (over || Date.now() - last < 1_000) return;
      last = Date.now();
      others.say("used");
      if (last - told >= TELL_MS) void tell();
    };
    const seen = () => {
      look();
      if (!over && !document.hidden) void tell();
    };
    const others = windows((said) => {
      if (said === "used") last = Date.now();
      if (said === "locked" && !over) leave();
    });

    const timer = setInterval(look, LOOK_MS);
    for (const kind of USES) window.addEventListener(kind, use, { passive: true });
    document.addEventListener("visibilitychange", seen);
    return () => {
      clearInterval(timer);
      for (const kind of USES) window.removeEventListener(kind, use);
      document.removeEventListener("visibilitychange", seen);
      others.leave();
      // Led here by the router, which keeps every page it showed, and nothing watches over them: a new document keeps none.
      if (!OUTSIDE.includes(window.location.pathname)) return;
      goDark();
      window.location.reload();
    };
  }, [minutes]);
  return null;
}
