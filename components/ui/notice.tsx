import { Info, type LucideIcon, OctagonAlert, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type Tone = "info" | "caution" | "refusal";

const tones: Record<Tone, { icon: LucideIcon; role: "status" | "note" | "alert"; look: string }> = {
  info: { icon: Info, role: "status", look: "border-accent [&>svg]:text-accent" },
  caution: { icon: TriangleAlert, role: "note", look: "border-caution [&>svg]:text-caution" },
  refusal: { icon: OctagonAlert, role: "alert", look: "border-danger [&>svg]:text-danger" },
};

/** Something to know (`info`), to weigh (`caution`), or that was not done (`refusal`, read out at once). */
export function Notice({
  tone = "info",
  title,
  children,
}: {
  tone?: Tone;
  title?: string;
  children: ReactNode;
}) {
  const { icon: Icon, role, look } = tones[tone];
  return (
    <div role={role} className={`flex gap-3 rounded-md border border-s-4 bg-sheet px-3.5 py-3 ${look}`}>
      <Icon className="mt-0.75 size-5 shrink-0" />
      <div className="min-w-0 flex-1 space-y-1">
        {title && <p className="font-semibold">{title}</p>}
        <div className="space-y-2 text-sm">{children}</div>
      </div>
    </div>
  );
}
