"use client";
import { unstable_rethrow } from "next/navigation";
import {
  createContext,
  type ReactNode,
  useActionState,
  useContext,
  useEffect,
  useRef,
  useState,
  useTransition,
} from "react";
import { Notice } from "@/components/ui/notice";
import messages from "@/lib/i18n/errors.json";
import { type FormAction, type FormState, fresh } from "@/lib/web/form";

const Answer = createContext<{ state: FormState; pending: boolean }>({ state: fresh, pending: false });

/** What the form's action last answered. */
export const useAnswer = () => useContext(Answer);

type Props = {
  action: FormAction;
  children: ReactNode;
  /** Takes the form's place once the action is done. */
  afterwards?: ReactNode;
  className?: string;
};

/**
 * A form over one server action. It works without JavaScript; with it, nothing that was typed leaves the screen until
 * the action is done. The answer is said above the form, and the first field that was refused gets the focus.
 */
export function ActionForm({ action, children, afterwards, className = "space-y-5" }: Props) {
  // What a page without script was answered; with script the answers come after it.
  const [first, send] = useActionState(action, fresh);
  const [state, setState] = useState(first);
  const [pending, startSending] = useTransition();
  const form = useRef<HTMLFormElement>(null);

  useEffect(() => {
    if (state.outcome === "done") form.current?.reset();
    if (state.outcome === "refused") form.current?.querySelector<HTMLElement>("[aria-invalid]")?.focus();
  }, [state]);

  if (afterwards && state.outcome === "done") return <Answer value={{ state, pending }}>{afterwards}</Answer>;
  return (
    <Answer value={{ state, pending }}>
      <form
        ref={form}
        action={send}
        onSubmit={(event) => {
          // React empties a form whose action it ran itself; what was typed stays until it is safe.
          event.preventDefault();
          const filled = new FormData(event.currentTarget, (event.nativeEvent as SubmitEvent).submitter);
          startSending(async () => setState(await answerTo(action, state, filled)));
        }}
        className={className}
        noValidate
      >
        {state.say && <Notice tone={state.outcome === "refused" ? "refusal" : "info"}>{state.say}</Notice>}
        {children}
      </form>
    </Answer>
  );
}

/** No answer is an answer too: the form stays, with everything in it. */
async function answerTo(action: FormAction, previous: FormState, filled: FormData): Promise<FormState> {
  try {
    return await action(previous, filled);
  } catch (error) {
    unstable_rethrow(error);
    return { outcome: "refused", say: messages.unreached };
  }
}

/** One thing that only this answer shows, such as a code. */
export function Shown({ name }: { name: string }) {
  return useAnswer().state.shown?.[name] ?? null;
}
