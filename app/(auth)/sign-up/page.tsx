import { SignUp } from "@/components/accounts/sign-up";
import { nextSearch } from "@/lib/accounts/schema";

export default async function SignUpPage({ searchParams }: PageProps<"/sign-up">) {
  return <SignUp {...nextSearch.parse(await searchParams)} />;
}
