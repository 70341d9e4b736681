"use client";
import { useEffect } from "react";
import { windows } from "@/components/lock/windows";

/** A device that is locked in one window is locked in all of them. */
export function AllWindows() {
  useEffect(() => {
    const others = windows(() => {});
    others.say("locked");
    return others.leave;
  }, []);
  return null;
}
