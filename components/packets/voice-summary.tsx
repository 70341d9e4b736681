import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { toldSummary } from "@/components/packets/summary-words";
import type { Voice } from "@/components/packets/voices";
import { usePacketWords } from "@/components/packets/words";
import { Card } from "@/components/ui/card";

/** What one person put in, in figures that stand for themselves. */
export function VoiceSummary({ voice }: { voice: Voice }) {
  const t = useTranslations("packets.view");
  const told = toldSummary(voice, usePacketWords());
  const tooFew = told.spreads.some(({ cells }) => cells[1] === "–");
  return (
    <Card as="section">
      <div className={voice.hue}>
        <h3 className="flex items-baseline gap-2 font-semibold">
          <span aria-hidden="true" className="drawn size-2.5 shrink-0 rounded-full bg-(--hue)" />
          {voice.name}
        </h3>
        <div className="mt-4 space-y-5 text-sm">
          <Part title={t("numbers_title")}>
            <p>{told.numbers}</p>
            {told.numbers && (
              <Figures
                head={[t("number"), t("mean"), t("swing")]}
                rows={told.spreads.map(({ cells }) => cells)}
              />
            )}
            {tooFew && <p className="text-muted">{t("too_few")}</p>}
          </Part>
          {told.commitments && (
            <Part title={t("commitments_title")}>
              {told.commitments.length > 0 ? (
                <ul className="space-y-3">
                  {told.commitments.map(({ what, numbers }) => (
                    <li key={`${what}/${numbers}`}>
                      <p className="own-words break-words">{what}</p>
                      <p className="text-muted tabular-nums">{numbers}</p>
                    </li>
                  ))}
                </ul>
              ) : (
                <p className="text-muted">{t("commitments_none")}</p>
              )}
            </Part>
          )}
          <Part title={t("heard_title")}>
            {told.heard.length > 0 ? (
              <dl className="space-y-1">
                {told.heard.map(({ part, answers }) => (
                  <div key={part} className="flex flex-wrap justify-between gap-x-4">
                    <dt>{part}</dt>
                    <dd>{answers}</dd>
                  </div>
                ))}
              </dl>
            ) : (
              <p className="text-muted">{t("heard_none")}</p>
            )}
          </Part>
          <Part title={t("asked_title")}>
            {told.asked.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {told.asked.length === 0 && <p className="text-muted">{t("asked_none")}</p>}
          </Part>
        </div>
      </div>
    </Card>
  );
}

const Part = ({ title, children }: { title: string; children: ReactNode }) => (
  <section className="space-y-2">
    <h4 className="font-semibold">{title}</h4>
    {children}
  </section>
);

/** A table whose rows are named by their first cell. */
function Figures({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  const [named, ...columns] = head;
  return (
    <table className="w-full tabular-nums">
      <thead className="text-muted">
        <tr>
          <th scope="col" className="py-1 pe-3 text-start font-normal">
            {named}
          </th>
          {columns.map((column) => (
            <th key={column} scope="col" className="py-1 ps-3 text-end font-normal">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, ...cells], at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two commitments may be in the same words
          <tr key={at} className="border-t border-line">
            <th scope="row" className="own-words py-1.5 pe-3 text-start font-normal break-words">
              {name}
            </th>
            {cells.map((cell, column) => (
              <td key={columns[column]} className="py-1.5 ps-3 text-end">
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
