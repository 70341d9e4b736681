import { plantedAction } from "../../../lib/planted/actions";

/** Where the unwrapped action lives; an action that no page uses is left out of a build. */
export default function ActionPage() {
  return (
    <form action={plantedAction}>
      <button type="submit">Send</button>
    </form>
  );
}
