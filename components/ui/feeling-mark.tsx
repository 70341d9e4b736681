import type { LucideIcon } from "lucide-react";

/** A chosen feeling or need, told on a card. */
export function FeelingMark({ icon: Icon, hue, label }: { icon: LucideIcon; hue?: string; label: string }) {
  return (
    <span className={`${hue ?? ""} inline-flex items-center gap-1.5 text-sm`}>
      <Icon className={`size-4 shrink-0 ${hue ? "text-(--hue)" : "text-muted"}`} />
      {label}
    </span>
  );
}
