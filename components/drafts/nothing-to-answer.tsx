import { useTranslations } from "next-intl";
import { NothingHere } from "@/components/shell/nothing-here";
import { TextLink } from "@/components/ui/text-link";

/** Nothing is here, whether it was taken back or never was; and a way to one's own words, had one been answering. */
export function NothingToAnswer() {
  const t = useTranslations("drafts");
  return (
    <>
      <NothingHere />
      <p className="text-center">
        <TextLink href="/unsent">{t("unsent_link")}</TextLink>
      </p>
    </>
  );
}
