import type { LucideIcon } from "lucide-react";
import { FieldError, type FieldText, fieldWiring } from "@/components/ui/field";

export type Choice = { value: string; title: string; description?: string; icon?: LucideIcon };

type Props = FieldText & {
  name: string;
  id?: string;
  choices: readonly Choice[];
  defaultValue?: string;
  required?: boolean;
};

/** One of a few answers, each with a sentence that says what it means. */
export function ChoiceGroup({ label, hint, error, name, id, choices, defaultValue, required }: Props) {
  const wiring = fieldWiring(id ?? name, { hint, error });
  return (
    <fieldset id={wiring.id} aria-describedby={wiring["aria-describedby"]} className="min-w-0">
      <legend className="font-semibold">{label}</legend>
      {hint && (
        <p id={`${wiring.id}-hint`} className="mt-1 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className="mt-2 flex flex-col gap-2">
        {choices.map((choice) => (
          <ChoiceCard
            key={choice.value}
            {...choice}
            name={name}
            id={wiring.id}
            checked={choice.value === defaultValue}
            required={required}
          />
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

function ChoiceCard({
  value,
  title,
  description,
  icon: Icon,
  name,
  id,
  checked,
  required,
}: Choice & { name: string; id: string; checked: boolean; required?: boolean }) {
  const titleId = `${id}-${value}`;
  return (
    <label className="group relative flex min-h-12 items-start gap-3 rounded-md border border-edge bg-sheet px-3.5 py-2.5 has-checked:border-accent has-checked:bg-wash has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
      <input
        type="radio"
        name={name}
        value={value}
        defaultChecked={checked}
        required={required}
        aria-labelledby={titleId}
        aria-describedby={description ? `${titleId}-about` : undefined}
        className="mt-1 size-4.5 shrink-0 appearance-none rounded-full border-2 border-edge bg-sheet outline-none checked:border-6 checked:border-accent"
      />
      <span className="min-w-0 flex-1">
        <span id={titleId} className="block font-medium">
          {title}
        </span>
        {description && (
          <span id={`${titleId}-about`} className="block text-sm text-muted">
            {description}
          </span>
        )}
      </span>
      {Icon && <Icon className="mt-0.75 size-5 shrink-0 text-muted group-has-checked:text-accent" />}
    </label>
  );
}
