import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";
import { TextLink } from "@/components/ui/text-link";

/** What has happened, and what is whose now: the same words for whoever left and whoever was left. */
export function Parted() {
  const t = useTranslations("leaving");
  const timeline = useTranslations("timeline");
  const commitments = useTranslations("commitments");
  const exported = useTranslations("export");
  return (
    <div className="mb-8">
      <Notice title={t("parted_title")}>
        <p>{t("parted")}</p>
        <p>{t("parted_mine")}</p>
        <p>{t("parted_both")}</p>
        <p>{t("parted_theirs")}</p>
        <ul className="flex flex-wrap gap-x-5">
          <li>
            <TextLink href="/timeline/mine">{timeline("mine_everywhere")}</TextLink>
          </li>
          <li>
            <TextLink href="/commitments">{commitments("title")}</TextLink>
          </li>
          <li>
            <TextLink href="/settings/export">{exported("title")}</TextLink>
          </li>
        </ul>
      </Notice>
    </div>
  );
}
