"use client";
import type { ReactNode } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { Disclosure } from "@/components/ui/disclosure";
import { type FeelingKey, feelingLook } from "@/components/ui/feeling-look";
import { FieldError } from "@/components/ui/field";
import { INTENSITY } from "@/lib/feelings/rules";

const all = Object.keys(feelingLook) as FeelingKey[];
const FIRST = 4;
const strengths = Array.from({ length: INTENSITY.most }, (_, n) => n + INTENSITY.least);

type Props = {
  label: string;
  more: string;
  names: Record<FeelingKey, string>;
  /** Said where no number is given, and beside the feeling's name to a screen reader. */
  strength: string;
  /** Field values by name; among them the word of one's own, whose field is among the children. */
  startsWith: Readonly<Record<string, readonly string[]>>;
  children: ReactNode;
};

/** Feelings, each with how strong it is once it is chosen. The number appears by style alone, so that no script is needed. */
export function StrengthFields({ label, more, names, strength, startsWith, children }: Props) {
  const { state } = useAnswer();
  const values = state.typed ?? startsWith;
  const chosen = values.feelings ?? [];
  // Nothing is sent from inside a fold that was never opened.
  const ownWord = values.own_feeling?.[0] ?? "";
  const rows = (keys: readonly FeelingKey[]) =>
    keys.map((key) => (
      <FeelingRow
        key={key}
        feeling={key}
        name={names[key]}
        strength={strength}
        chosen={chosen.includes(key)}
        given={values[`strength_${key}`]?.[0] ?? ""}
      />
    ));
  const error = state.fields?.feelings;
  return (
    <div className="space-y-3">
      <fieldset className="min-w-0" aria-describedby={error ? "feelings-error" : undefined}>
        <legend className="mb-2 font-semibold">{label}</legend>
        <div className="flex flex-col gap-2">{rows(all.slice(0, FIRST))}</div>
        {error && (
          <div className="mt-2">
            <FieldError id="feelings-error">{error}</FieldError>
          </div>
        )}
      </fieldset>
      <Disclosure
        summary={more}
        open={all.slice(FIRST).some((key) => chosen.includes(key)) || ownWord !== ""}
      >
        <div className="space-y-4">
          <fieldset className="min-w-0">
            <legend className="sr-only">{more}</legend>
            <div className="flex flex-col gap-2">{rows(all.slice(FIRST))}</div>
          </fieldset>
          {children}
        </div>
      </Disclosure>
    </div>
  );
}

type RowProps = { feeling: FeelingKey; name: string; strength: string; chosen: boolean; given: string };

function FeelingRow({ feeling, name, strength, chosen, given }: RowProps) {
  const { icon: Icon, hue } = feelingLook[feeling];
  return (
    <div
      className={`${hue} group flex min-h-12 items-center gap-3 rounded-md border border-edge bg-sheet pe-2 has-[input:checked]:border-(--hue) has-[input:checked]:bg-[color-mix(in_oklab,var(--hue)_12%,var(--color-sheet))] has-[input:focus-visible]:outline-2 has-[input:focus-visible]:outline-offset-2 has-[input:focus-visible]:outline-focus`}
    >
      <label className="chosen-in-forced-colors relative flex min-h-12 flex-1 items-center gap-3 ps-3">
        <input
          type="checkbox"
          name="feelings"
          value={feeling}
          defaultChecked={chosen}
          className="overlay-input"
        />
        <Icon className="size-5 shrink-0 text-(--hue)" />
        <span className="group-has-[input:checked]:font-semibold">{name}</span>
      </label>
      <select
        name={`strength_${feeling}`}
        aria-label={`${strength}: ${name}`}
        defaultValue={given}
        className="hidden min-h-11 rounded-md border border-edge bg-sheet px-2 text-sm group-has-[input:checked]:block"
      >
        <option value="">{strength}</option>
        {strengths.map((number) => (
          <option key={number} value={number}>
            {number}
          </option>
        ))}
      </select>
    </div>
  );
}
