import { ActionForm } from "@/components/forms/action-form";
import { proveViewerAction, proveViewerAndRefreshAction } from "./actions";

/** Where the bare actions live; an action that no page uses is left out of a build. */
export default function BareActionPage() {
  return [proveViewerAction, proveViewerAndRefreshAction].map((action, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: two forms that never change places
    <ActionForm key={at} action={action}>
      <button type="submit">Send</button>
    </ActionForm>
  ));
}
