import { Help } from "@/components/safety/help";
import { helpLines } from "@/lib/safety/queries";

export default function HelpPage() {
  return <Help countries={helpLines()} />;
}
