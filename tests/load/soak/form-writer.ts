import { setTimeout as sleep } from "node:timers/promises";
import messages from "@/lib/i18n/en.json";
import type { Person } from "@/tests/support/people";
import { type Answer, type Form, formWith, Scriptless } from "@/tests/support/scriptless";
import { within } from "./fault";
import type { Ledger, Write } from "./ledger";

const ANSWER_BOUND_MS = 15_000;
const OUTAGE_BOUND_MS = 30_000;

/** Someone who fills in the Today form of one day after another, without JavaScript, and sends it again where no answer came. */
export class FormWriter {
  isDone = false;
  isSending = false;
  reloads = 0;
  readonly browser: Scriptless;

  constructor(
    readonly person: Person,
    readonly ledger: Ledger,
    origin: string,
  ) {
    this.browser = new Scriptless(origin);
  }

  async writes(): Promise<void> {
    while (!this.isDone) {
      const { form, write } = await this.#fillsIn();
      await this.#untilAnswered(form, write);
      if (Math.random() > 0.25) continue;
      // A page that is reloaded sends its form once more.
      this.reloads++;
      await this.#untilAnswered(form, write);
    }
  }

  async #fillsIn(): Promise<{ form: Form; write: Write }> {
    const day = this.ledger.dayFor(this.person);
    const page = await this.#untilServed(() => this.browser.opens(`/today?day=${day}`));
    const form = formWith(page, "Save");
    const entry = form.fields.get("entry");
    if (!entry || form.fields.get("day") !== day)
      throw new Error(`the form of ${day} is for another day or without an id`);
    return { form, write: this.ledger.next(this.person, { entry, day }) };
  }

  async #untilAnswered(form: Form, write: Write): Promise<void> {
    const filled = {
      trust: String(write.trust),
      note: write.note,
      own_feeling: write.ownFeeling,
      shown: "only_me",
    };
    const answer = await this.#untilServed(async (tries) => {
      if (tries > 0) this.ledger.doubt(write);
      this.isSending = true;
      try {
        return await this.browser.sends(form, filled);
      } finally {
        this.isSending = false;
      }
    });
    if (!saysNoted(answer, write))
      throw new Error(`the form of ${write.day} was answered ${answer.status}: ${saidBy(answer)}`);
    this.ledger.acknowledge(write);
  }

  /** A server that is gone gives no answer; the same is asked of it until it is back. */
  async #untilServed(ask: (tries: number) => Promise<Answer>): Promise<Answer> {
    const deadline = Date.now() + OUTAGE_BOUND_MS;
    for (let tries = 0; ; tries++) {
      try {
        return await within(ANSWER_BOUND_MS, "an answer", ask(tries));
      } catch (error) {
        if (!isNoAnswer(error) || Date.now() > deadline) throw error;
        await sleep(60);
      }
    }
  }
}

export const saysNoted = ({ status, body }: Answer, { note }: Write) =>
  status === 200 && body.includes(messages.today.saved_title) && body.includes(note);

/** Which refusal stands in the answer, for whoever reads why a run failed. */
const saidBy = ({ body }: Answer) =>
  Object.entries(messages.refusals).find(([, sentence]) => body.includes(sentence))?.[0] ??
  body.slice(0, 200);

/** fetch says a lost connection as a TypeError. */
const isNoAnswer = (error: unknown) => error instanceof TypeError;
