"use client";
import { useAnswer } from "@/components/forms/action-form";
import { TextInput } from "@/components/ui/text-input";

/** A few digits, never given back. */
export function PinField({ label, hint }: { label: string; hint?: string }) {
  const { state } = useAnswer();
  return (
    <TextInput
      name="pin"
      type="password"
      inputMode="numeric"
      label={label}
      hint={hint}
      error={state.fields?.pin}
      autoComplete="off"
      maxLength={12}
    />
  );
}
