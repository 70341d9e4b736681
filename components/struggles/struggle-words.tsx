import { useTranslations } from "next-intl";
import { Words } from "@/components/ui/words";
import type { Struggle } from "@/lib/struggles/rules";

type Props = Pick<Struggle, "struggle" | "ownPart" | "theirPart"> & { partnerName: string | null };

/** A struggle with what each tells of their own part in it; what somebody keeps is not among it. */
export function StruggleWords({ struggle, ownPart, theirPart, partnerName }: Props) {
  const t = useTranslations("struggles");
  const told = [ownPart, theirPart].flatMap((part) => (part && part.shown !== "only_me" ? part : []));
  return (
    <>
      <Words>{struggle.texts.note ?? ""}</Words>
      {told.length > 0 && (
        <div className="mt-4 space-y-3 border-s-2 border-line ps-4">
          {told.map(({ mine, texts }) => (
            <div key={String(mine)}>
              <p className="text-sm text-muted">
                {mine ? t("own_part") : t("their_part", { name: partnerName ?? "" })}
              </p>
              <Words>{texts.note ?? ""}</Words>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
