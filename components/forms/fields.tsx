"use client";
import type { ComponentProps } from "react";
import { useAnswer } from "@/components/forms/action-form";
import { Button } from "@/components/ui/button";
import { ChoiceGroup } from "@/components/ui/choice-group";
import { FieldError, fieldWiring } from "@/components/ui/field";
import { Pills } from "@/components/ui/pills";
import { Scale } from "@/components/ui/scale";
import { Select } from "@/components/ui/select";
import { TextArea } from "@/components/ui/text-area";
import { TextInput } from "@/components/ui/text-input";

/** What a field starts with after a refusal: what was typed, else what it started with. */
export function useField(name: string, startsWith?: string) {
  const { state } = useAnswer();
  return { defaultValue: state.typed?.[name]?.[0] ?? startsWith, error: state.fields?.[name] };
}

type Start = { name: string; defaultValue?: string };

export const FormTextInput = (props: ComponentProps<typeof TextInput> & Start) => (
  <TextInput {...props} {...useField(props.name, props.defaultValue)} />
);

export const FormTextArea = (props: ComponentProps<typeof TextArea> & Start) => (
  <TextArea {...props} {...useField(props.name, props.defaultValue)} />
);

export const FormSelect = (props: ComponentProps<typeof Select> & Start) => (
  <Select {...props} {...useField(props.name, props.defaultValue)} />
);

export const FormChoices = (props: ComponentProps<typeof ChoiceGroup> & Start) => (
  // A radio that is checked stays so when its default changes; a new start is a new group.
  <ChoiceGroup key={props.defaultValue} {...props} {...useField(props.name, props.defaultValue)} />
);

export const FormPills = (props: ComponentProps<typeof Pills> & Start) => (
  <Pills key={props.defaultValue} {...props} {...useField(props.name, props.defaultValue)} />
);

/** Several of a few short answers. */
export function FormManyPills({
  startsWith,
  ...props
}: Omit<ComponentProps<typeof Pills>, "type" | "defaultValue"> & { startsWith: readonly string[] }) {
  const { state } = useAnswer();
  const chosen = state.typed ? (state.typed[props.name] ?? []) : startsWith;
  return <Pills type="checkbox" {...props} defaultValue={chosen} error={state.fields?.[props.name]} />;
}

/** One thing that is so, or left open. */
export function FormCheck({
  name,
  label,
  defaultChecked,
}: {
  name: string;
  label: string;
  defaultChecked: boolean;
}) {
  const { state } = useAnswer();
  const error = state.fields?.[name];
  const { id, ...wiring } = fieldWiring(name, { error });
  return (
    <div>
      <label className="flex min-h-11 items-center gap-3">
        <input
          type="checkbox"
          name={name}
          value="yes"
          defaultChecked={state.typed ? state.typed[name]?.[0] === "yes" : defaultChecked}
          className="size-5 shrink-0"
          {...wiring}
        />
        {label}
      </label>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FormScale({
  startsWith,
  ...props
}: Omit<ComponentProps<typeof Scale>, "defaultValue"> & { startsWith?: string }) {
  const { defaultValue } = useField(props.name, startsWith);
  return <Scale {...props} defaultValue={defaultValue ? Number(defaultValue) : null} />;
}

/** The button that sends the form. It stays reachable while sending, so that the focus is not lost. */
export function SubmitButton(props: ComponentProps<typeof Button>) {
  const { pending } = useAnswer();
  return (
    <Button
      {...props}
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
    />
  );
}
