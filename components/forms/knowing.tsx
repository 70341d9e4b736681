"use client";
import { useAnswer } from "@/components/forms/action-form";

/**
 * What a form knows of what it changes, such as the newest step. After a refusal that told of something newer it is sent
 * knowing of that.
 */
export function Knowing({ name, value }: { name: string; value: string | number }) {
  const { shown } = useAnswer().state;
  return <input type="hidden" name={name} value={shown?.[name] ?? value} />;
}
