"use client";
import type { Route } from "next";
import { type ReactNode, useId, useState } from "react";

type Props = { label: string; href: Route; children: ReactNode };

/**
 * Something that can be done with a card, opened where the card stands. Without script it is a way to a page that asks the
 * same; so a page of sixty entries carries no sixty forms.
 */
export function OpensHere({ label, href, children }: Props) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={open ? "basis-full" : undefined}>
      <a
        href={href}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={(event) => {
          event.preventDefault();
          setOpen(!open);
        }}
        className="inline-flex min-h-11 items-center text-sm font-medium text-accent underline-offset-4 hover:underline"
      >
        {label}
      </a>
      {open && (
        <div id={id} className="space-y-2 pt-1 pb-2">
          {children}
        </div>
      )}
    </div>
  );
}
