import { PublicFrame } from "@/components/shell/public-frame";

export default function GuestLayout({ children }: LayoutProps<"/">) {
  return <PublicFrame>{children}</PublicFrame>;
}
