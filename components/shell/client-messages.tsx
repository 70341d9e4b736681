import { NextIntlClientProvider, useMessages } from "next-intl";
import type { ReactNode } from "react";

type Section = keyof ReturnType<typeof useMessages>;

/** Gives a client component the sections of the catalogue that it speaks with, and no others. */
export function ClientMessages({ of, children }: { of: readonly Section[]; children: ReactNode }) {
  const messages = useMessages();
  const given = Object.fromEntries(of.map((section) => [section, messages[section]]));
  return <NextIntlClientProvider messages={given}>{children}</NextIntlClientProvider>;
}
