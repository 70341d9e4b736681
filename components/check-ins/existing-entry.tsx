"use client";
import type { Route } from "next";
import { useAnswer } from "@/components/forms/action-form";
import { TextLink } from "@/components/ui/text-link";

/** Where a check-in for the day is there already, the way to it. */
export function ExistingEntry({ label }: { label: string }) {
  const entry = useAnswer().state.shown?.entry;
  if (!entry) return null;
  return <TextLink href={`/entries/${entry}` as Route}>{label}</TextLink>;
}
