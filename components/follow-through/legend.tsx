import { useTranslations } from "next-intl";
import { statusLook } from "@/components/follow-through/status-look";
import { FeelingMark } from "@/components/ui/feeling-mark";
import { statuses } from "@/lib/follow-through/rules";

/** What the signs of the picture mean. */
export function Legend() {
  const t = useTranslations("follow_through");
  return (
    <ul aria-hidden="true" className="flex flex-wrap gap-x-4 gap-y-1">
      {statuses.map((status) => (
        <li key={status}>
          <FeelingMark {...statusLook[status]} label={t(`statuses.${status}`)} />
        </li>
      ))}
      {(["not_logged", "paused"] as const).map((mark) => (
        <li key={mark}>
          <FeelingMark {...statusLook[mark]} label={t(`marks.${mark}`)} />
        </li>
      ))}
    </ul>
  );
}
