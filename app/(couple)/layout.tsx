import { CoupleFrame } from "@/components/shell/couple-frame";
import { requireViewer } from "@/lib/auth/gate";

export default async function CoupleLayout({ children }: LayoutProps<"/">) {
  const viewer = await requireViewer();
  return (
    <CoupleFrame resetPending={viewer.resetPending} shared={viewer.shared}>
      {children}
    </CoupleFrame>
  );
}
