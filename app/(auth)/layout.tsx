import { PublicFrame } from "@/components/shell/public-frame";

export default function AuthLayout({ children }: LayoutProps<"/">) {
  return (
    <PublicFrame>
      <div className="mx-auto w-full max-w-narrow pb-16">{children}</div>
    </PublicFrame>
  );
}
