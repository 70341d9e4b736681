import { LockedFrame } from "@/components/lock/locked-frame";

export default function LockedLayout({ children }: LayoutProps<"/">) {
  return <LockedFrame>{children}</LockedFrame>;
}
