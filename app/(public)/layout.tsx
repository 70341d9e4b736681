import { PublicFrame } from "@/components/shell/public-frame";

export default function PublicLayout({ children }: LayoutProps<"/">) {
  return <PublicFrame>{children}</PublicFrame>;
}
