import { useTranslations } from "next-intl";
import { useSoon } from "@/components/between/moment";
import { ActionForm } from "@/components/forms/action-form";
import { SubmitButton } from "@/components/forms/fields";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextLink } from "@/components/ui/text-link";
import { comeBackAction } from "@/lib/space/actions";
import type { OwnSpace, SpaceNow } from "@/lib/space/queries";

type Props = {
  space: SpaceNow;
  partnerName: string | null;
  timeZone: string;
  /** Where the page is about something else: the time and the sentence, and nothing for the one who waits to read. */
  brief?: boolean;
};

/** What there is of space between the two: told to both while it lasts, and afterwards only to the one who asked. */
export function SpaceNowCards({ space, partnerName, timeZone, brief = false }: Props) {
  const t = useTranslations("space");
  const shell = useTranslations("shell");
  const soon = useSoon(timeZone);
  const { own, theirs, sentence } = space;
  if (!own && !theirs) return null;
  return (
    <div className="mb-6 space-y-3">
      {theirs && partnerName && (
        <Card as="section">
          <h2 className="font-serif text-lg font-medium">
            {t("theirs_title", { name: partnerName, until: soon(theirs.until) })}
          </h2>
          <div className="mt-3 space-y-3">
            <Sentence>{sentence ?? t("standard")}</Sentence>
            {!brief && (
              <>
                <p className="text-muted">{t("theirs_about")}</p>
                <TextLink href="/help">{shell("help")}</TextLink>
              </>
            )}
          </div>
        </Card>
      )}
      {own && <Own own={own} until={soon(own.until)} />}
    </div>
  );
}

function Own({ own: { id, overdue }, until }: { own: OwnSpace; until: string }) {
  const t = useTranslations("space");
  return (
    <Card as="section" submerged={overdue}>
      <h2 className="font-serif text-lg font-medium">
        {t(overdue ? "overdue_title" : "own_title", { until })}
      </h2>
      <p className="mt-2 text-muted">{t(overdue ? "overdue_about" : "own_about")}</p>
      <div className="mt-4 flex flex-wrap gap-3">
        <ActionForm action={comeBackAction}>
          <input type="hidden" name="entry" value={id} />
          <SubmitButton tone="quiet">{t("back")}</SubmitButton>
        </ActionForm>
        <ButtonLink tone="quiet" href="/space">
          {t(overdue ? "longer" : "change")}
        </ButtonLink>
      </div>
    </Card>
  );
}

/** A sentence both chose, or the one that stands in for it. */
export function Sentence({ children }: { children: string }) {
  return (
    <blockquote dir="auto" className="own-words border-s-2 border-accent ps-3 break-words">
      {children}
    </blockquote>
  );
}
