"use client";
import type { Route } from "next";
import Link from "next/link";
import { useAnswer } from "@/components/forms/action-form";

/** Where a check-in for the day is there already, the way to it. */
export function ExistingEntry({ label }: { label: string }) {
  const entry = useAnswer().state.shown?.entry;
  if (!entry) return null;
  return (
    <Link
      href={`/entries/${entry}` as Route}
      className="inline-flex min-h-11 items-center text-accent underline underline-offset-4"
    >
      {label}
    </Link>
  );
}
