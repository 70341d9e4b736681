import type { LucideIcon } from "lucide-react";

export const shellActionLook =
  "inline-flex min-h-11 items-center gap-2 whitespace-nowrap rounded-md px-3 text-sm font-medium text-muted hover:bg-wash hover:text-text wide:gap-3 wide:font-normal [&_svg]:size-5";

/** A form's button that looks like the shell's own links: sign out, leave this page. */
export function ShellAction({ icon: Icon, label }: { icon: LucideIcon; label: string }) {
  return (
    <button type="submit" className={shellActionLook}>
      <Icon />
      {label}
    </button>
  );
}
