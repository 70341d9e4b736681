import type { Metadata, Viewport } from "next";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { ExitPage } from "@/components/exit/exit-page";
import { env } from "@/lib/env";
import { fontVariables } from "./fonts";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("shell");
  return { title: t("name"), robots: { index: false, follow: false } };
}

export const viewport: Viewport = {
  viewportFit: "cover",
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#ecf1f3" },
    { media: "(prefers-color-scheme: dark)", color: "#0d181d" },
  ],
};

export default async function RootLayout({ children }: LayoutProps<"/">) {
  // Every page is made for one request: a page made beforehand could carry no nonce.
  await connection();
  return (
    <html lang="en" className={fontVariables}>
      <body>
        <ExitPage to={env().exit} />
        {children}
      </body>
    </html>
  );
}
