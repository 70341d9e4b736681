"use client";
import { type ReactNode, useEffect, useRef } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { Disclosure } from "@/components/ui/disclosure";

type Props = { summary: ReactNode; open?: boolean; children: ReactNode };

/** The fields of a form, folded until they are wanted and again once it is done; after a refusal they are open, script or not. */
export function Folded({ summary, open = false, children }: Props) {
  const { state } = useAnswer();
  const here = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (state.outcome === "done") here.current?.closest("details")?.removeAttribute("open");
  }, [state]);
  return (
    <Disclosure summary={summary} open={open || state.outcome === "refused"}>
      <div ref={here} className="space-y-6">
        {children}
      </div>
    </Disclosure>
  );
}
