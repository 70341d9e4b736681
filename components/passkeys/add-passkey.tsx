"use client";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/forms/action-form";
import { makePasskey } from "@/components/passkeys/ceremony";

/** A form that needs a script: it asks the server, then the device, then the server. */
export function AddPasskey({ children, ...says }: { notMade: string; there: string; children: ReactNode }) {
  return <ActionForm action={makePasskey(says)}>{children}</ActionForm>;
}
