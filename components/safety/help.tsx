import { useTranslations } from "next-intl";
import { Disclosure } from "@/components/ui/disclosure";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import type { Country } from "@/lib/safety/queries";

/** People to reach, by country. The list needs no script and no sign-in. */
export function Help({ countries }: { countries: readonly Country[] }) {
  const t = useTranslations("help");
  return (
    <div className="pb-16">
      <PageHeader title={t("title")} lead={<p>{t("lead")}</p>} />
      <Notice tone="caution">{t("not_monitored")}</Notice>
      <Section id="lines" title={t("lines")}>
        <ul className="divide-y divide-line border-y border-line">
          {countries.map((country) => (
            <li key={country.country}>
              <Disclosure summary={country.country}>
                <dl className="grid gap-x-6 gap-y-3 pb-3 mid:grid-cols-[14rem_1fr]">
                  <dt className="text-muted">{t("emergency")}</dt>
                  <dd className="font-semibold">{country.emergency}</dd>
                  <dt className="text-muted">{t("crisis")}</dt>
                  <dd>
                    <Lines of={country.crisis} />
                  </dd>
                  <dt className="text-muted">{t("abuse")}</dt>
                  <dd>
                    <Lines of={country.abuse} />
                  </dd>
                </dl>
              </Disclosure>
            </li>
          ))}
        </ul>
        <p className="text-sm text-muted">{t("elsewhere")}</p>
      </Section>
      <Section id="device" title={t("device_title")}>
        <p>{t("device")}</p>
      </Section>
      <Section id="anger" title={t("anger_title")}>
        <p>{t("anger")}</p>
      </Section>
    </div>
  );
}

function Lines({ of }: { of: Country["crisis"] }) {
  return (
    <ul className="space-y-1">
      {of.map(({ name, reach }) => (
        <li key={name}>
          {name} <span className="font-semibold whitespace-nowrap">{reach}</span>
        </li>
      ))}
    </ul>
  );
}
