import { EnterWords } from "@/components/couples/enter-words";

export default function JoinPage() {
  return <EnterWords />;
}
