import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/forms/action-form";
import { FormScale, SubmitButton } from "@/components/forms/fields";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { guessAction, takeGuessesAwayAction } from "@/lib/reviews/actions";
import type { Guesses, ReviewPage, ReviewView } from "@/lib/reviews/queries";

type Props = { review: ReviewView; guesses: ReviewPage["guesses"]; partnerName: string };

const asked = ["pain", "closeness", "guessed_pain", "guessed_closeness"] as const;

/** Each answers for themselves and guesses the other, and both are shown together: as something worth asking about. */
export function GapStep({ review, guesses: { mine, theirs }, partnerName: name }: Props) {
  const t = useTranslations("reviews.gap");
  const checkIn = useTranslations("check_in");
  const reviews = useTranslations("reviews");
  if (mine && theirs) return <Revealed review={review} mine={mine} theirs={theirs} partnerName={name} />;
  if (review.guessed) return <p className="text-muted">{t("taken_away")}</p>;
  if (mine) return <p className="text-muted">{t("waits", { name })}</p>;
  const end = (what: "pain" | "closeness", at: "0" | "1") => checkIn(`ends.${what}.${at}`);
  return (
    <ActionForm action={guessAction} className="space-y-5">
      <input type="hidden" name="review" value={review.id} />
      {asked.map((one) => {
        const what = one.endsWith("pain") ? "pain" : "closeness";
        return (
          <FormScale
            key={one}
            name={one}
            label={t(one, { name })}
            low={end(what, "0")}
            high={end(what, "1")}
            skip={reviews("leave_out")}
          />
        );
      })}
      <p className="text-sm text-muted">{t("about", { name })}</p>
      <SubmitButton>{t("answer")}</SubmitButton>
    </ActionForm>
  );
}

type RevealedProps = { review: ReviewView; mine: Guesses; theirs: Guesses; partnerName: string };

/** Side by side, and nothing is made of the difference. */
function Revealed({ review, mine, theirs, partnerName: name }: RevealedProps) {
  const t = useTranslations("reviews.gap");
  const checkIn = useTranslations("check_in");
  const rows = [
    { key: "pain", who: t("you"), what: checkIn("pain"), said: mine.pain, guessed: theirs.guessedPain },
    {
      key: "closeness",
      who: t("you"),
      what: checkIn("closeness"),
      said: mine.closeness,
      guessed: theirs.guessedCloseness,
    },
    { key: "their_pain", who: name, what: checkIn("pain"), said: theirs.pain, guessed: mine.guessedPain },
    {
      key: "their_closeness",
      who: name,
      what: checkIn("closeness"),
      said: theirs.closeness,
      guessed: mine.guessedCloseness,
    },
  ];
  return (
    <div className="space-y-4">
      <Card>
        <table className="w-full text-sm">
          <caption className="sr-only">{t("table")}</caption>
          <thead className="text-muted">
            <tr>
              <th scope="col" className="pb-2 text-start font-normal">
                {t("what")}
              </th>
              <th scope="col" className="pb-2 text-start font-normal">
                {t("said")}
              </th>
              <th scope="col" className="pb-2 text-start font-normal">
                {t("guessed")}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map(({ key, who, what, said, guessed }) => (
              <tr key={key} className="border-t border-line">
                <th scope="row" className="py-2 pe-3 text-start font-normal">
                  <span className="font-semibold">{who}</span> · {what}
                </th>
                <td className="py-2 pe-3 tabular-nums">{said ?? "–"}</td>
                <td className="py-2 tabular-nums">{guessed ?? "–"}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </Card>
      <p>{t("worth_asking")}</p>
      <Disclosure summary={t("take_away")}>
        <ActionForm action={takeGuessesAwayAction} className="space-y-3">
          <input type="hidden" name="review" value={review.id} />
          <p className="text-sm text-muted">{t("take_away_about", { name })}</p>
          <SubmitButton tone="quiet">{t("take_away_yes")}</SubmitButton>
        </ActionForm>
      </Disclosure>
    </div>
  );
}
