import { redirect } from "next/navigation";
import { Landing } from "@/components/shell/landing";
import { whoIsThere } from "@/lib/auth/gate";

export default async function HomePage() {
  if (await whoIsThere()) redirect("/today");
  return <Landing />;
}
