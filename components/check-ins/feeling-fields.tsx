"use client";
import { CircleSlash2 } from "lucide-react";
import type { ReactNode } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { Chips } from "@/components/ui/chips";
import { Disclosure } from "@/components/ui/disclosure";
import { type FeelingKey, feelingLook } from "@/components/ui/feeling-look";
import { type NeedKey, needLook } from "@/components/ui/need-look";

const first: readonly FeelingKey[] = ["hurt", "betrayed", "sad", "angry"];
const wider = (Object.keys(feelingLook) as FeelingKey[]).filter((key) => !first.includes(key));

type FeelingProps = {
  label: string;
  more: string;
  names: Record<FeelingKey, string>;
  startsWith: readonly string[];
  /** The field for a word of one's own, beside the wider set. */
  children: ReactNode;
};

/** Hurt, betrayed, sad and angry always first; the wider set a tap away, open where something in it is chosen. */
export function FeelingFields({ label, more, names, startsWith, children }: FeelingProps) {
  const { state } = useAnswer();
  const chosen = state.typed ? (state.typed.feelings ?? []) : startsWith;
  const chips = (keys: readonly FeelingKey[]) =>
    keys.map((key) => ({ value: key, label: names[key], ...feelingLook[key] }));
  return (
    <div className="space-y-3">
      <Chips
        name="feelings"
        id="feelings-first"
        type="checkbox"
        label={label}
        chips={chips(first)}
        chosen={chosen}
        error={state.fields?.feelings}
      />
      <Disclosure summary={more} open={wider.some((key) => chosen.includes(key))}>
        <div className="space-y-4">
          <Chips
            name="feelings"
            id="feelings-wider"
            type="checkbox"
            label={more}
            hideLabel
            chips={chips(wider)}
            chosen={chosen}
          />
          {children}
        </div>
      </Disclosure>
    </div>
  );
}

type NeedProps = { label: string; unsaid: string; names: Record<NeedKey, string>; startsWith: string };

export function NeedField({ label, unsaid, names, startsWith }: NeedProps) {
  const { state } = useAnswer();
  const chosen = state.typed?.need?.[0] ?? startsWith;
  const needs = (Object.keys(needLook) as NeedKey[]).map((key) => ({
    value: key as string,
    label: names[key],
    icon: needLook[key],
  }));
  const chips = [{ value: "", label: unsaid, icon: CircleSlash2 }, ...needs];
  return (
    <Chips
      name="need"
      type="radio"
      label={label}
      chips={chips}
      chosen={[chosen]}
      error={state.fields?.need}
    />
  );
}
