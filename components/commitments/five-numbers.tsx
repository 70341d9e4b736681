import { useTranslations } from "next-intl";
import { ENOUGH, type FiveNumbers } from "@/lib/follow-through/rules";

const shown = ["kept", "partly", "missed", "notLogged", "due"] as const;

/** Always all five: none of them is a verdict without the others. */
export function FiveNumbersReading({ numbers }: { numbers: FiveNumbers }) {
  const t = useTranslations("follow_through");
  const commitments = useTranslations("commitments");
  if (numbers.due < ENOUGH) return <p className="text-sm text-muted">{commitments("not_enough")}</p>;
  return (
    <dl className="grid max-w-narrow grid-cols-5 gap-1 text-center">
      {shown.map((one) => (
        <div
          key={one}
          className="flex flex-col-reverse justify-end rounded-md border border-line px-0.5 py-1.5"
        >
          <dt className="text-xs leading-tight text-muted">{t(`five.${one}`)}</dt>
          <dd className="font-semibold tabular-nums">{numbers[one]}</dd>
        </div>
      ))}
    </dl>
  );
}
