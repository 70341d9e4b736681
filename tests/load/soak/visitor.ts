import type { Canaries } from "@/tests/support/canaries";
import type { Person } from "@/tests/support/people";
import { type Answer, type Form, formWith, Scriptless } from "@/tests/support/scriptless";
import { saysNoted } from "./form-writer";
import type { Ledger, Write } from "./ledger";

/** A form as somebody is about to send it. */
export type Filled = { readonly by: Visitor; readonly form: Form; readonly write: Write };
type World = { readonly canaries: Canaries; readonly ledger: Ledger; readonly origin: string };

/** What everybody in the crowd reads. */
const PAGES = ["/timeline", "/today", "/timeline/mine", "/timeline"];

/** One of the crowd, with words of their own that others must never meet. */
export class Visitor {
  readonly refused: Filled[] = [];
  readonly browser: Scriptless;

  private constructor(
    readonly person: Person,
    readonly world: World,
    readonly own: string,
  ) {
    this.browser = new Scriptless(world.origin);
  }

  /** Keeps one check-in to themselves and shows another to their partner. */
  static async writesFirst(person: Person, partner: Person, world: World): Promise<Visitor> {
    const kept = world.ledger.next(person);
    world.canaries.mark(kept.note, "a note kept to oneself", [person.email]);
    const shown = world.ledger.next(person);
    world.canaries.mark(shown.note, "a note shown to the partner", [person.email, partner.email]);
    for (const write of [kept, shown]) {
      const { entry, trust, note, ownFeeling } = write;
      const says = { entry, trust, note, own_feeling: ownFeeling };
      await person.checksIn(write.day, { ...says, shown: write === kept ? "only_me" : "numbers_and_words" });
      world.ledger.acknowledge(write);
    }
    return new Visitor(person, world, kept.note);
  }

  reads(nth: number): Promise<Answer> {
    return this.browser.opens(PAGES[nth % PAGES.length] ?? "/timeline");
  }

  async fillsIn(): Promise<Filled> {
    const day = this.world.ledger.dayFor(this.person);
    const form = formWith(await this.browser.opens(`/today?day=${day}`), "Save");
    const write = this.world.ledger.next(this.person, { entry: form.fields.get("entry") ?? "", day });
    this.world.canaries.mark(write.note, "a note that was just sent", [this.person.email]);
    return { by: this, form, write };
  }

  /** Sends a form, and remembers it where it was not taken. */
  async sends(filled: Filled): Promise<Answer> {
    const { note, ownFeeling, trust } = filled.write;
    const answer = await this.browser.sends(filled.form, {
      note,
      own_feeling: ownFeeling,
      trust: String(trust),
    });
    if (saysNoted(answer, filled.write)) this.world.ledger.acknowledge(filled.write);
    else this.refused.push(filled);
    return answer;
  }

  /** What of their own should stand in a page that was served and does not. */
  misses({ address, body }: Answer): string | undefined {
    return address.startsWith("/timeline") && !body.includes(this.own)
      ? "their own note is not in it"
      : undefined;
  }
}
