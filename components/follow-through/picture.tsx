import type { Route } from "next";
import { useFormatter, useTranslations } from "next-intl";
import { statusLook } from "@/components/follow-through/status-look";
import { Link } from "@/components/ui/link";
import type { PictureDay } from "@/lib/follow-through/rules";
import { type Day, forDisplay } from "@/lib/time/day";
import { weekdays } from "@/lib/time/recurrence";

type Props = {
  picture: readonly (readonly PictureDay[])[];
  commitment: string;
  /** Which days lead somewhere for this reader. */
  leads: (day: PictureDay) => boolean;
  chosen: Day | null;
};

/** Four weeks as a calendar: a table by the days of the week, each day its sign. */
export function Picture({ picture, commitment, leads, chosen }: Props) {
  const t = useTranslations("follow_through");
  const long = useTranslations("commitments");
  return (
    <table className="w-full max-w-narrow table-fixed border-separate border-spacing-1">
      <caption className="sr-only">{t("four_weeks")}</caption>
      <thead>
        <tr>
          {weekdays.map((day) => (
            <th key={day} scope="col" className="pb-1 text-xs font-normal text-muted">
              <abbr title={long(`weekdays.${day}`)} className="no-underline">
                {t(`weekdays_short.${day}`)}
              </abbr>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {picture.map((week) => (
          <tr key={week[0]?.day}>
            {week.map((day) => (
              <td key={day.day} className="p-0">
                <DayMark
                  day={day}
                  href={leads(day) ? (`/commitments/${commitment}?day=${day.day}#day` as Route) : null}
                  current={day.day === chosen}
                />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type MarkProps = { day: PictureDay; href: Route | null; current: boolean };

function DayMark({ day: { day, shows }, href, current }: MarkProps) {
  const t = useTranslations("follow_through");
  const format = useFormatter();
  const date = forDisplay(day);
  const number = format.dateTime(date, { day: "numeric" });
  const box = "flex min-h-12 flex-col items-center justify-center gap-0.5 rounded-md text-xs";
  if (shows === "none")
    return (
      <span aria-hidden="true" className={`${box} text-muted`}>
        {number}
      </span>
    );
  const word = isStatus(shows) ? t(`statuses.${shows}`) : t(`marks.${shows}`);
  const inside = (
    <>
      <span aria-hidden="true" className="text-muted tabular-nums">
        {number}
      </span>
      {shows !== "open" && <Sign of={shows} />}
      <span className="sr-only">{`${format.dateTime(date, { day: "numeric", month: "long" })}: ${word}`}</span>
    </>
  );
  const look = shows === "open" || shows === "not_logged" ? "border border-dashed border-edge" : "bg-sheet";
  if (!href) return <span className={`${box} ${look}`}>{inside}</span>;
  return (
    <Link
      href={href}
      aria-current={current ? "true" : undefined}
      className={`${box} ${look} hover:bg-wash aria-[current]:ring-2 aria-[current]:ring-accent`}
    >
      {inside}
    </Link>
  );
}

function Sign({ of }: { of: keyof typeof statusLook }) {
  const { icon: Icon, hue } = statusLook[of];
  return <Icon aria-hidden="true" className={`${hue} size-5 text-(--hue)`} />;
}

const isStatus = (shows: PictureDay["shows"]) =>
  shows === "kept" || shows === "partly" || shows === "missed" || shows === "did_not_apply";
