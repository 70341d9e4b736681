import { Check, type LucideIcon } from "lucide-react";
import { FieldError, type FieldText, fieldWiring } from "@/components/ui/field";

export type Chip = { value: string; label: string; icon: LucideIcon; hue?: string };

type Props = FieldText & {
  name: string;
  id?: string;
  /** Several ("checkbox") or one ("radio"). */
  type: "checkbox" | "radio";
  chips: readonly Chip[];
  chosen?: readonly string[];
  /** When a summary or heading already says it, the legend is kept for screen readers only. */
  hideLabel?: boolean;
};

export function Chips({ label, hint, error, name, id, type, chips, chosen = [], hideLabel }: Props) {
  const wiring = fieldWiring(id ?? name, { hint, error });
  return (
    <fieldset id={wiring.id} aria-describedby={wiring["aria-describedby"]} className="min-w-0">
      <legend className={hideLabel ? "sr-only" : "mb-2 font-semibold"}>{label}</legend>
      {hint && (
        <p id={`${wiring.id}-hint`} className="-mt-1 mb-2 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {chips.map(({ value, label: words, icon: Icon, hue = "hue-accent" }) => (
          <label
            key={value}
            className={`${hue} group chosen-in-forced-colors relative inline-flex min-h-11 items-center gap-2 rounded-full border border-edge bg-sheet py-1 ps-1.5 pe-4 has-checked:border-(--hue) has-checked:bg-[color-mix(in_oklab,var(--hue)_12%,var(--color-sheet))] has-checked:ring-1 has-checked:ring-(--hue) has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus`}
          >
            <input
              type={type}
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="overlay-input"
            />
            <span className="grid size-8 place-items-center rounded-full text-(--hue) group-has-checked:bg-(--hue) group-has-checked:text-sheet">
              <Icon className="size-4.5 group-has-checked:hidden" />
              <Check className="hidden size-4.5 group-has-checked:block" strokeWidth={3} />
            </span>
            {words}
          </label>
        ))}
      </div>
      {error && (
        <div className="mt-2">
          <FieldError id={`${wiring.id}-error`}>{error}</FieldError>
        </div>
      )}
    </fieldset>
  );
}
