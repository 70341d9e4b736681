import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";
import { controlLook, Field, type FieldText, fieldWiring } from "@/components/ui/field";

type Props = FieldText &
  Omit<ComponentProps<"select">, "className" | "children"> & {
    name: string;
    options: readonly { value: string; label: string }[];
  };

export function Select({ label, hint, error, id, options, ...rest }: Props) {
  const wiring = fieldWiring(id ?? rest.name, { hint, error });
  return (
    <Field id={wiring.id} label={label} hint={hint} error={error}>
      <div className="relative">
        <select className={`${controlLook} min-h-11 appearance-none pe-10`} {...rest} {...wiring}>
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
        <ChevronDown className="pointer-events-none absolute inset-y-0 end-3 my-auto size-5 text-muted" />
      </div>
    </Field>
  );
}
