import type { ComponentProps } from "react";
import { controlLook, Field, type FieldText, fieldWiring } from "@/components/ui/field";

type Props = FieldText & Omit<ComponentProps<"textarea">, "className"> & { name: string };

/** For a person's own words: set in the face their words are read in, and as tall as what they wrote. */
export function TextArea({ label, hint, error, id, ...rest }: Props) {
  const wiring = fieldWiring(id ?? rest.name, { hint, error });
  return (
    <Field id={wiring.id} label={label} hint={hint} error={error}>
      <textarea
        className={`${controlLook} own-words field-sizing-content max-h-[60dvh] min-h-24 resize-y`}
        {...rest}
        {...wiring}
      />
    </Field>
  );
}
