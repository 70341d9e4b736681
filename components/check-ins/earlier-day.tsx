import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Disclosure } from "@/components/ui/disclosure";
import { TextInput } from "@/components/ui/text-input";
import { addDays, type Day } from "@/lib/time/day";

/** The way to a day that was left out. */
export function EarlierDay({ today }: { today: Day }) {
  const t = useTranslations("today");
  return (
    <Disclosure summary={t("fill_in")}>
      <form method="get" action="/today" className="flex max-w-narrow flex-wrap items-end gap-3">
        <div className="min-w-48 flex-1">
          <TextInput
            name="day"
            type="date"
            label={t("fill_in")}
            hint={t("fill_in_hint")}
            max={addDays(today, -1)}
            defaultValue={addDays(today, -1)}
            required
          />
        </div>
        <Button tone="quiet">{t("go")}</Button>
      </form>
    </Disclosure>
  );
}
