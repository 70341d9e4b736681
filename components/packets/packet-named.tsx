import type { PacketHead } from "@/lib/packets/queries";

/** The packet that a form is about, by whose it is. */
export const PacketNamed = ({ packet }: { packet: Pick<PacketHead, "id" | "mine"> }) => (
  <>
    <input type="hidden" name="packet" value={packet.id} />
    <input type="hidden" name="whose" value={packet.mine ? "mine" : "theirs"} />
  </>
);
