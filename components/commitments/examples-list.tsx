import type { Route } from "next";
import { useTranslations } from "next-intl";
import { areas, type ExampleKey, examples } from "@/components/commitments/examples";
import { Disclosure } from "@/components/ui/disclosure";
import { Link } from "@/components/ui/link";

/** By area, each with what it is not. Every one is a way to the same form with something in it. */
export function ExamplesList({ whose }: { whose: "mine" | "theirs" }) {
  const t = useTranslations("commitments");
  const keys = Object.keys(examples) as ExampleKey[];
  return (
    <div className="divide-y divide-line border-y border-line">
      {areas.map((area) => (
        <Disclosure key={area} summary={t(`areas.${area}`)}>
          <ul className="space-y-2">
            {keys
              .filter((key) => examples[key].area === area)
              .map((key) => (
                <li key={key}>
                  <Link
                    href={`/commitments/new?whose=${whose}&template=${key}` as Route}
                    className="block rounded-md border border-edge bg-sheet px-3.5 py-2.5 hover:border-accent hover:bg-wash"
                  >
                    <span className="block">{t(`templates.${key}.${whose}`)}</span>
                    <span className="block text-sm text-muted">
                      {t(`oftens.${examples[key].often}`)} · {t(`costs.${examples[key].cost}`)}
                    </span>
                  </Link>
                </li>
              ))}
          </ul>
          <p className="mt-3 text-sm text-muted">
            <span className="font-semibold">{t("is_not")}:</span> {t(`nots.${area}`)}
          </p>
        </Disclosure>
      ))}
    </div>
  );
}
