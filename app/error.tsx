"use client";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import messages from "@/lib/i18n/errors.json";

/** Says what happened without saying what was written. The digest finds the line in the server's log. */
export default function Broken({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <EmptyState
      heading="h1"
      title={messages.broken_title}
      action={<Button onClick={reset}>{messages.broken_action}</Button>}
    >
      <p>{messages.broken}</p>
      {error.digest && <p className="text-sm">{messages.reference.replace("{reference}", error.digest)}</p>}
    </EmptyState>
  );
}
