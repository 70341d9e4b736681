"use client";
import { type PasskeyButton, UsePasskey } from "@/components/passkeys/use-passkey";
import { WhereThereArePasskeys } from "@/components/passkeys/where-there-are-passkeys";
import { askToUnlockAction, unlockByPasskeyAction } from "@/lib/lock/actions";

const itIsMe = { ask: askToUnlockAction, judge: unlockByPasskeyAction };

/** Opens a locked device with a passkey, and goes on to a page that is drawn anew. */
export function UnlockByPasskey(says: PasskeyButton) {
  return (
    <div className="mt-4">
      <WhereThereArePasskeys>
        <UsePasskey {...says} proof={itIsMe} onConfirmed={() => location.assign("/today")} />
      </WhereThereArePasskeys>
    </div>
  );
}
