import NextLink, { type LinkProps } from "next/link";
import type { ReactNode } from "react";

type Props<T extends string> = LinkProps<T> & {
  className?: string;
  children: ReactNode;
  "aria-current"?: "page" | "true";
};

/** Fetches nothing before it is followed: every page is made for its one reader, at the cost of a visit. */
export function Link<T extends string>(props: Props<T>) {
  return <NextLink prefetch={false} {...props} />;
}
