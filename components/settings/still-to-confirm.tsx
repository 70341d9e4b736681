"use client";
import { type ReactNode, useState } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { type PasskeyButton, UsePasskey } from "@/components/passkeys/use-passkey";
import { WhereThereArePasskeys } from "@/components/passkeys/where-there-are-passkeys";
import { Notice } from "@/components/ui/notice";
import { askForPasskeyAction, confirmByPasskeyAction } from "@/lib/passkeys/actions";

const itIsMe = { ask: askForPasskeyAction, judge: confirmByPasskeyAction };

type Props = {
  asks: boolean;
  /** What is said where a passkey may answer. */
  byPasskey?: PasskeyButton;
  confirmed: string;
  /** The passphrase, which always may. */
  children: ReactNode;
};

/**
 * Stands until it is known who is there. A page that did not have to ask is told by the form's answer when the five
 * minutes have passed since.
 */
export function StillToConfirm({ asks, byPasskey, confirmed, children }: Props) {
  const { state } = useAnswer();
  const [confirmedAt, setConfirmedAt] = useState<typeof state | null>(null);
  const asksAnew = state.shown?.asks !== undefined && state !== confirmedAt;
  if (!asksAnew && confirmedAt) return <Confirmed>{confirmed}</Confirmed>;
  if (!asksAnew && !asks) return null;
  return (
    <div className="space-y-3">
      {children}
      {byPasskey && (
        <WhereThereArePasskeys>
          <UsePasskey {...byPasskey} proof={itIsMe} onConfirmed={() => setConfirmedAt(state)} />
        </WhereThereArePasskeys>
      )}
    </div>
  );
}

/** Takes the focus of the button it stands in for, so that Tab goes on from there. */
const Confirmed = ({ children }: { children: ReactNode }) => (
  <div tabIndex={-1} ref={(here) => here?.focus()} className="rounded-md">
    <Notice>{children}</Notice>
  </div>
);
