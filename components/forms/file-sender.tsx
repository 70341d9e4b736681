"use client";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { fileFor, handOver } from "@/components/forms/answered-file";
import { Button } from "@/components/ui/button";

type Props = {
  /** The route that answers with a file. */
  action: string;
  tone?: "primary" | "quiet";
  preparing: string;
  /** `{name}` stands for what the file is called. */
  saved: string;
  unreached: string;
  children: ReactNode;
};

/** A form that is answered with a file, and says so while it waits. An answer that is no file is the browser's to show. */
export function FileSender({ action, tone, preparing, saved, unreached, children }: Props) {
  const [says, setSays] = useState("");
  const [waits, setWaits] = useState(false);
  const asking = useRef<AbortController>(null);
  useEffect(() => () => asking.current?.abort(), []);

  const send = async (form: HTMLFormElement) => {
    asking.current = new AbortController();
    const { signal } = asking.current;
    setWaits(true);
    setSays(preparing);
    const answered = await fileFor(form, signal).catch(() => "unreached" as const);
    // Who has left the page meanwhile, or made it dark, is handed nothing.
    if (signal.aborted || form.closest("[hidden]")) return;
    setWaits(false);
    if (answered === "unreached") return setSays(unreached);
    setSays(answered ? saved.replace("{name}", answered.name) : "");
    if (answered) handOver(answered);
    else form.submit();
  };

  return (
    <form
      method="post"
      action={action}
      onSubmit={(event) => {
        event.preventDefault();
        if (!waits) void send(event.currentTarget);
      }}
    >
      <Button tone={tone} aria-disabled={waits || undefined}>
        {children}
      </Button>
      <p role="status" className="mt-2 text-sm text-muted empty:mt-0">
        {says}
      </p>
    </form>
  );
}
