"use client";
import { type ReactNode, useSyncExternalStore } from "react";
import { browserHasPasskeys } from "@/components/passkeys/ceremony";

const never = () => () => {};

type Props = {
  children: ReactNode;
  /** In its place where the browser makes none, and where there is no script to ask it. */
  otherwise?: ReactNode;
  withoutScript?: ReactNode;
};

/** Shows what needs a passkey only where the browser makes them: nobody is offered what cannot work. */
export function WhereThereArePasskeys({ children, otherwise, withoutScript }: Props) {
  const there = useSyncExternalStore<boolean | null>(never, browserHasPasskeys, () => null);
  if (there === null) return withoutScript && <noscript>{withoutScript}</noscript>;
  return there ? children : otherwise;
}
