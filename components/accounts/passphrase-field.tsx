"use client";
import { useState } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { TextInput } from "@/components/ui/text-input";

type Props = {
  id?: string;
  name: string;
  label: string;
  hint?: string;
  show: string;
  autoComplete: "current-password" | "new-password";
};

/** A passphrase is long: it can be read while it is typed. */
export function PassphraseField({ id, name, label, hint, show, autoComplete }: Props) {
  const { state } = useAnswer();
  const [visible, setVisible] = useState(false);
  return (
    <div className="space-y-1">
      <TextInput
        id={id}
        name={name}
        type={visible ? "text" : "password"}
        label={label}
        hint={hint}
        error={state.fields?.[name]}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        maxLength={256}
      />
      <label className="inline-flex min-h-11 items-center gap-2 text-sm text-muted">
        <input
          type="checkbox"
          checked={visible}
          onChange={(event) => setVisible(event.target.checked)}
          className="size-4.5 accent-(--color-accent)"
        />
        {show}
      </label>
    </div>
  );
}
