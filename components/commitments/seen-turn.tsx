"use client";
import { useAnswer } from "@/components/forms/action-form";

/** The newest step that its reader knows of: after a refusal that told of another, that one. */
export function SeenTurn({ turn }: { turn: number }) {
  const { shown } = useAnswer().state;
  return <input type="hidden" name="turn" value={shown?.turn ?? turn} />;
}
