import type { FormState } from "@/lib/web/form";

const PAUSE_MS = 1_200;
const AGAIN_MS = 4_000;
const AT_MOST_MS = 120_000;
/** How often what had no answer is tried again once the page is left. */
const LAST_TRIES = 2;

type Form = {
  /** The form as it stands. */
  read: () => FormData;
  /** Null where there was no answer. */
  save: (filled: FormData) => Promise<FormState | null>;
  /** What there is to say of it, and the server's own sentence if it gave one. */
  tell: (how: "kept" | "lost" | "back", say?: string) => void;
};

/**
 * When what is typed in a form is saved: a moment after each pause, at once where the page is left, and again where there
 * was no answer. Never what nobody touched, never after it was sent, and not over what another window saved since.
 */
export function keeping({ read, save, tell }: Form, name: string) {
  let kept = name;
  let touched = false;
  let more = false;
  let saving = false;
  let sending = false;
  let left = false;
  let elsewhere = false;
  let missed = 0;
  // What had no answer goes again as it was: had it arrived, it is what this window saved.
  let unanswered: FormData | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const soon = (pause: number) => {
    clearTimeout(timer);
    if ((more || unanswered) && !sending && !elsewhere && !left) timer = setTimeout(now, pause);
  };

  const now = async () => {
    clearTimeout(timer);
    if (!(more || unanswered) || saving || sending || elsewhere) return;
    unanswered ??= filled();
    saving = true;
    const answer = await save(unanswered);
    saving = false;
    settle(answer);
  };

  const filled = () => {
    const form = read();
    form.set("kept", kept);
    more = false;
    return form;
  };

  const settle = (answer: FormState | null) => {
    if (!answer) {
      tell("lost");
      if (left) return missed++ < LAST_TRIES ? void now() : undefined;
      return soon(Math.min(AGAIN_MS * 2 ** missed++, AT_MOST_MS));
    }
    unanswered = null;
    if (answer.outcome !== "done") {
      more = true;
      elsewhere = answer.shown?.kept !== undefined;
      return tell("lost", answer.say);
    }
    kept = answer.shown?.kept ?? "";
    if (!more) {
      tell(missed > 0 ? "back" : "kept");
      missed = 0;
    } else if (left) void now();
    else soon(missed > 0 ? 0 : PAUSE_MS);
  };

  return {
    typed() {
      touched = more = true;
      soon(PAUSE_MS);
    },
    /** The page goes, or may go without another word. */
    leaves(forGood: boolean) {
      left = forGood;
      void now();
    },
    online: () => void (missed > 0 && now()),
    sent() {
      sending = true;
      clearTimeout(timer);
    },
    answered({ outcome, shown }: FormState) {
      if (outcome === "fresh") return;
      sending = false;
      if (outcome === "done") {
        // Its draft is gone with it, and the form begins anew.
        kept = "";
        touched = more = elsewhere = false;
        unanswered = null;
        missed = 0;
        return;
      }
      // Words that could not be sent were kept from here.
      if (shown?.kept !== undefined) [kept, elsewhere] = [shown.kept, false];
      more = touched;
      soon(PAUSE_MS);
    },
    /** The page was drawn anew. Where nothing was typed the form shows the draft that stands now. */
    begins(name: string) {
      if (!touched && !saving) kept = name;
    },
  };
}
