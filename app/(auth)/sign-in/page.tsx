import { SignIn } from "@/components/accounts/sign-in";
import { nextSearch } from "@/lib/accounts/schema";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  return <SignIn {...nextSearch.parse(await searchParams)} />;
}
