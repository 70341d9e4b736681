import { useTranslations } from "next-intl";
import { useMoment } from "@/components/between/moment";

/** A quiet line: somebody may be looking over a shoulder. */
export function ChosenMoment({ leaveAt, timeZone }: { leaveAt: Date; timeZone: string }) {
  const t = useTranslations("leaving");
  const moment = useMoment(timeZone);
  return <p className="text-sm text-muted">{t("chosen", { moment: moment(leaveAt.toISOString()) })}</p>;
}
