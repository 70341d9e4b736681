import type { LucideIcon } from "lucide-react";

export const shellActionLook =
  "inline-flex min-h-11 min-w-11 items-center justify-center gap-2 whitespace-nowrap rounded-md px-2 mid:px-3 wide:justify-start text-sm font-medium text-muted hover:bg-wash hover:text-text wide:gap-3 wide:font-normal [&_svg]:size-5";

/** A form's button that looks like the shell's own links. `compact`: on phones its label is read out and not shown. */
export function ShellAction({
  icon: Icon,
  label,
  compact = false,
}: {
  icon: LucideIcon;
  label: string;
  compact?: boolean;
}) {
  return (
    <button type="submit" title={compact ? label : undefined} className={shellActionLook}>
      <Icon />
      <span className={compact ? "sr-only wide:not-sr-only" : undefined}>{label}</span>
    </button>
  );
}
