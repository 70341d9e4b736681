import { useTranslations } from "next-intl";
import { ExitControl } from "@/components/exit/exit-control";

/** On every page: the way out of it, at once, and to something that says nothing. `to` is where it leads. */
export function ExitPage({ to }: { to: string }) {
  const t = useTranslations("exit");
  return (
    <aside
      aria-label={t("section")}
      className="fixed end-0 bottom-0 z-10 flex max-w-40 flex-col items-end pb-[env(safe-area-inset-bottom)] max-wide:[body:has([data-bar])_&]:bottom-15 print:hidden"
    >
      <noscript>
        <p className="rounded-ss-md border-s border-t border-line bg-sheet px-2 py-1 text-2xs text-muted">
          {t("without_script")}
        </p>
      </noscript>
      <ExitControl
        to={to}
        label={t("label")}
        hint={t("hint")}
        more={[t("two_more"), t("one_more")]}
        expired={t("expired")}
        leaving={t("leaving")}
      />
    </aside>
  );
}
