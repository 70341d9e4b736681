import type { ComponentProps } from "react";
import { controlLook, Field, type FieldText, fieldWiring } from "@/components/ui/field";

type Props = FieldText & Omit<ComponentProps<"input">, "className"> & { name: string };

export function TextInput({ label, hint, error, id, ...rest }: Props) {
  const wiring = fieldWiring(id ?? rest.name, { hint, error });
  return (
    <Field id={wiring.id} label={label} hint={hint} error={error}>
      <input className={`${controlLook} min-h-11`} {...rest} {...wiring} />
    </Field>
  );
}
