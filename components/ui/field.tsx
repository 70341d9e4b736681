import { TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

export type FieldText = { label: ReactNode; hint?: ReactNode; error?: ReactNode };

export const controlLook =
  "w-full rounded-md border border-edge bg-sheet px-3.5 py-2.5 text-md text-text placeholder:text-muted aria-invalid:border-2 aria-invalid:border-danger disabled:opacity-60";

/** The attributes that tie a control to the hint and error its `Field` shows. */
export function fieldWiring(id: string, { hint, error }: Pick<FieldText, "hint" | "error">) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return { id, "aria-describedby": describedBy || undefined, "aria-invalid": error ? true : undefined };
}

/** Label, hint and error round any control; the control takes `fieldWiring` with the same id. */
export function Field({ id, label, hint, error, children }: FieldText & { id: string; children: ReactNode }) {
  return (
    <div className="flex flex-col gap-1.5">
      <label htmlFor={id} className="font-semibold">
        {label}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="text-sm text-muted">
          {hint}
        </p>
      )}
      {children}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
    </div>
  );
}

export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex gap-1.5 text-sm font-medium text-danger">
      <TriangleAlert className="mt-0.75 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
