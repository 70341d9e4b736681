"use client";
import { useEffect, useRef } from "react";
import { useAnswer } from "@/components/forms/action-form";

/** Inside a form in a disclosure: folds it once the action is done. */
export function FoldWhenDone() {
  const { state } = useAnswer();
  const here = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    if (state.outcome === "done") here.current?.closest("details")?.removeAttribute("open");
  }, [state]);
  return <span ref={here} hidden />;
}
