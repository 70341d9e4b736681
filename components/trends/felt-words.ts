import { useMessages, useTranslations } from "next-intl";
import { Feeling } from "@/lib/db/generated/enums";
import type { FeltMoment } from "@/lib/trends/rules";

/** What was felt on a day or in a week, in the order feelings are always asked in; empty where nothing is known. */
export function useFeltWords(): (moment: FeltMoment) => string {
  const { feelings } = useMessages();
  const none = useTranslations("trends.map")("none");
  return ({ asked, felt }) => {
    const there = Object.values(Feeling).flatMap((feeling) => {
      const one = felt.get(feeling);
      return one ? [one.number === null ? feelings[feeling] : `${feelings[feeling]} ${one.number}`] : [];
    });
    return there.length > 0 ? there.join(", ") : asked ? none : "";
  };
}
