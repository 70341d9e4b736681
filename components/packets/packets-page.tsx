import type { Route } from "next";
import { useTranslations } from "next-intl";
import { BeginForm } from "@/components/packets/begin-form";
import { daysTold } from "@/components/packets/days";
import { useStates } from "@/components/packets/states";
import { usePacketWords } from "@/components/packets/words";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import type { Listed } from "@/lib/packets/queries";
import type { Day } from "@/lib/time/day";

type Props = { packets: readonly Listed[]; partnerName: string | null; today: Day; newPacketId: string };

/** Packets of both, and, folded where two may be reading this page together, those of one's own. */
export function PacketsPage({ packets, partnerName, today, newPacketId }: Props) {
  const t = useTranslations("packets");
  const therapy = useTranslations("therapy");
  const joint = packets.filter(({ kind }) => kind === "joint" || !partnerName);
  const own = packets.filter((packet) => !joint.includes(packet));
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={<p>{t(partnerName ? "lead" : "alone_lead")}</p>}
        back={{ href: "/therapy", label: therapy("title") }}
      />
      <BeginForm packetId={newPacketId} partnerName={partnerName} today={today} />
      {packets.length === 0 && <EmptyState title={t("empty_title")}>{t("empty")}</EmptyState>}
      {joint.length > 0 && <PacketList packets={joint} partnerName={partnerName} />}
      {own.length > 0 && (
        <div className="mt-8">
          <Disclosure summary={t("own_title")}>
            <PacketList packets={own} partnerName={partnerName} />
          </Disclosure>
        </div>
      )}
    </>
  );
}

function PacketList({ packets, partnerName }: Pick<Props, "packets" | "partnerName">) {
  const t = useTranslations("packets");
  const words = usePacketWords();
  const states = useStates(partnerName);
  return (
    <ul className="mt-6 space-y-3">
      {packets.map((packet) => (
        <Card key={`${packet.mine}-${packet.id}`} as="li" submerged={packet.kind === "own"}>
          <h2 className="font-semibold">{daysTold(packet, words)}</h2>
          <p className="text-sm text-muted">{t(`kinds.${packet.kind}`)}</p>
          <ul className="mt-2 text-sm">
            {states(packet).map((state) => (
              <li key={state}>{state}</li>
            ))}
          </ul>
          <div className="mt-3 border-t border-line pt-1">
            <TextLink href={`/therapy/packets/${packet.id}` as Route}>{t("open")}</TextLink>
          </div>
        </Card>
      ))}
    </ul>
  );
}
