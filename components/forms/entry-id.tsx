"use client";
import { useEffect, useState } from "react";
import { useAnswer } from "@/components/forms/action-form";

/**
 * The id of the entry a form makes. A page that is drawn anew brings a new one, but the form keeps its own until it is
 * done: sent again without having had an answer, it still makes one entry.
 */
export function EntryId({ fresh, name = "entry" }: { fresh: string; name?: string }) {
  const { state } = useAnswer();
  const [id, setId] = useState(fresh);
  const [used, setUsed] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an id is used up when an answer comes, not when it changes
  useEffect(() => {
    if (state.outcome === "done") setUsed(id);
  }, [state]);
  useEffect(() => {
    if (used === id && fresh !== id) setId(fresh);
  }, [used, id, fresh]);
  return <input type="hidden" name={name} value={id} />;
}
