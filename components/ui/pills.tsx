import { FieldError, type FieldText, fieldWiring } from "@/components/ui/field";

type Props = FieldText & {
  name: string;
  id?: string;
  /** One of them, or several. */
  type?: "radio" | "checkbox";
  options: readonly { value: string; label: string }[];
  defaultValue?: string | readonly string[];
  /** When what stands above says it already, the legend is kept for screen readers only. */
  hideLabel?: boolean;
  /** Four short words fit a phone's width. */
  compact?: boolean;
};

/** A few short answers, side by side. */
export function Pills({
  label,
  hint,
  error,
  name,
  id,
  type = "radio",
  options,
  defaultValue = [],
  hideLabel,
  compact,
}: Props) {
  const wiring = fieldWiring(id ?? name, { hint, error });
  const chosen = [defaultValue].flat();
  return (
    <fieldset id={wiring.id} aria-describedby={wiring["aria-describedby"]} className="min-w-0">
      <legend className={hideLabel ? "sr-only" : "mb-2 font-semibold"}>{label}</legend>
      {hint && (
        <p id={`${wiring.id}-hint`} className="-mt-1 mb-2 text-sm text-muted">
          {hint}
        </p>
      )}
      <div className={`flex flex-wrap ${compact ? "gap-1.5 text-sm" : "gap-2"}`}>
        {options.map((option) => (
          <label
            key={option.value}
            className={`${compact ? "px-3" : "px-4"} chosen-in-forced-colors relative inline-flex min-h-11 items-center rounded-full border border-edge bg-sheet has-checked:border-accent has-checked:bg-wash has-checked:font-semibold has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus`}
          >
            <input
              type={type}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
              className="overlay-input"
            />
            {option.label}
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
