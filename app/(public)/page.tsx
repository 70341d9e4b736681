import { redirect } from "next/navigation";
import { Landing } from "@/components/shell/landing";
import { whoeverIsThere } from "@/lib/auth/gate";

export default async function HomePage() {
  const there = await whoeverIsThere();
  if (there) redirect("locked" in there ? "/locked" : "/today");
  return <Landing />;
}
