import { useTranslations } from "next-intl";
import { Horizon } from "@/components/shell/horizon";
import { ButtonLink } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

const points = ["see", "pace", "alone", "honest"] as const;

/** The first page: air above the waterline, what holds it upright below. */
export function Landing() {
  const t = useTranslations("home");
  return (
    <>
      <h1 className="font-serif text-2xl font-medium text-balance">{t("title")}</h1>
      <p className="mt-4 max-w-narrow text-lg text-muted">{t("lead")}</p>
      <div className="mt-7 flex flex-col gap-3 mid:flex-row">
        <ButtonLink href="/sign-up">{t("sign_up")}</ButtonLink>
        <ButtonLink href="/sign-in" tone="quiet">
          {t("sign_in")}
        </ButtonLink>
      </div>
      <p className="mt-4">
        <TextLink href="/join">{t("join")}</TextLink>
      </p>
      <Horizon>
        <div className="grid gap-8 mid:grid-cols-2">
          {points.map((point) => (
            <section key={point}>
              <h2 className="font-serif text-lg font-medium">{t(`${point}_title`)}</h2>
              <p className="mt-2 text-muted">{t(point)}</p>
            </section>
          ))}
        </div>
      </Horizon>
    </>
  );
}
