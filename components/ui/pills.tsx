import { type FieldText, fieldWiring } from "@/components/ui/field";

type Props = FieldText & {
  name: string;
  id?: string;
  options: readonly { value: string; label: string }[];
  defaultValue?: string;
};

/** One of a few short answers, side by side. */
export function Pills({ label, hint, error, name, id, options, defaultValue }: Props) {
  const wiring = fieldWiring(id ?? name, { hint, error });
  return (
    <fieldset id={wiring.id} aria-describedby={wiring["aria-describedby"]} className="min-w-0">
      <legend className="mb-2 font-semibold">{label}</legend>
      <div className="flex flex-wrap gap-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="chosen-in-forced-colors relative inline-flex min-h-11 items-center rounded-full border border-edge bg-sheet px-4 has-checked:border-accent has-checked:bg-wash has-checked:font-semibold has-checked:ring-1 has-checked:ring-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              className="overlay-input"
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
