import type { Route } from "next";
import type { ComponentProps } from "react";
import { Link } from "@/components/ui/link";

type Tone = "primary" | "quiet" | "danger";

const base =
  "inline-flex min-h-11 items-center justify-center gap-2 rounded-md border px-5 py-2 text-center font-semibold transition-colors disabled:opacity-60 aria-disabled:opacity-60 print:hidden [&_svg]:size-4.5 [&_svg]:shrink-0";

const tones: Record<Tone, string> = {
  primary: "border-transparent bg-accent text-on-accent hover:bg-accent-strong",
  quiet: "border-edge bg-sheet text-text hover:border-accent hover:bg-wash",
  danger: "border-danger bg-sheet text-danger hover:bg-danger hover:text-sheet",
};

export function Button({
  tone = "primary",
  type = "submit",
  className = "",
  ...rest
}: ComponentProps<"button"> & { tone?: Tone }) {
  return <button type={type} className={`${base} ${tones[tone]} ${className}`} {...rest} />;
}

export function ButtonLink<T extends string>({
  tone = "primary",
  href,
  className = "",
  children,
}: {
  tone?: Exclude<Tone, "danger">;
  href: Route<T>;
  className?: string;
  children: React.ReactNode;
}) {
  return (
    <Link href={href} className={`${base} ${tones[tone]} ${className}`}>
      {children}
    </Link>
  );
}
