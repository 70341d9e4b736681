"use client";
import { Fingerprint } from "lucide-react";
import { useState, useTransition } from "react";
import { confirmByPasskey, type Proof } from "@/components/passkeys/ceremony";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";

export type PasskeyButton = { readonly label: string; readonly stopped: string };

type Props = PasskeyButton & { proof: Proof; onConfirmed: () => void };

/** Confirms by a passkey, beside whatever form it stands in. */
export function UsePasskey({ label, stopped, proof, onConfirmed }: Props) {
  const [pending, startAsking] = useTransition();
  const [refused, setRefused] = useState<string>();
  const ask = () =>
    startAsking(async () => {
      setRefused(undefined);
      const answer = await confirmByPasskey(proof, stopped);
      if (answer.outcome === "done") onConfirmed();
      else setRefused(answer.say);
    });
  return (
    <div className="space-y-3">
      <Button
        tone="quiet"
        type="button"
        aria-disabled={pending || undefined}
        onClick={() => !pending && ask()}
      >
        <Fingerprint />
        {label}
      </Button>
      {refused && <Notice tone="refusal">{refused}</Notice>}
    </div>
  );
}
