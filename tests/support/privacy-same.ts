import { idsIn, masked } from "@/tests/support/masked";
import type { Answer, Caller } from "@/tests/support/privacy-caller";

/** What somebody sees at some addresses, as pages and as the app's own navigation, to be held against what they see later. */
export class Sight {
  private constructor(
    private readonly asking: Caller,
    private readonly addresses: readonly string[],
    private readonly lasting: ReadonlySet<string>,
    private readonly seen: ReadonlyMap<string, string>,
  ) {}

  static async of(asking: Caller, addresses: readonly string[]): Promise<Sight> {
    const first = await everythingAt(asking, addresses);
    const second = await everythingAt(asking, addresses);
    const idsOf = (answers: ReadonlyMap<string, Answer>) =>
      idsIn([...answers.values()].map(({ body }) => body).join());
    // An id that was made for a form is another one the next time.
    const again = idsOf(second);
    const lasting = new Set([...idsOf(first)].filter((id) => again.has(id)));
    const sight = new Sight(asking, addresses, lasting, maskedAll(first, lasting));
    const restless = sight.differing(second);
    if (restless.length > 0)
      throw new Error(`nothing happened, and yet another answer: ${restless.join(", ")}`);
    return sight;
  }

  /** Where the answer is another one by now, byte for byte. */
  async changes(): Promise<string[]> {
    return this.differing(await everythingAt(this.asking, this.addresses));
  }

  private differing(answers: ReadonlyMap<string, Answer>): string[] {
    const now = maskedAll(answers, this.lasting);
    return [...now.keys()].filter((at) => now.get(at) !== this.seen.get(at));
  }
}

const maskedAll = (answers: ReadonlyMap<string, Answer>, lasting: ReadonlySet<string>) =>
  new Map([...answers].map(([at, answer]) => [at, masked(answer, lasting)]));

async function everythingAt(
  asking: Caller,
  addresses: readonly string[],
): Promise<ReadonlyMap<string, Answer>> {
  const answers = new Map<string, Answer>();
  for (const address of addresses) {
    const [page, payload] = await Promise.all([asking.page(address), asking.payload(address)]);
    answers.set(address, page).set(`${address} (navigating)`, payload);
  }
  return answers;
}

/**
 * Where something that is not for whoever asks is answered otherwise than what nobody ever used. `hidden` and `random` name it in
 * the place of `{id}` in each address.
 */
export async function answeredApart(
  asking: Caller,
  addresses: readonly string[],
  { hidden, random }: { hidden: readonly string[]; random: string },
): Promise<string[]> {
  const apart: string[] = [];
  for (const address of addresses) {
    const answersTo = async (id: string) => {
      const at = address.replace("{id}", id);
      const answers = await Promise.all([asking.page(at), asking.payload(at)]);
      return answers.map((answer) => masked(answer)).join("\n");
    };
    const wanted = await answersTo(random);
    for (const id of hidden)
      if ((await answersTo(id)) !== wanted) apart.push(`${address} as ${asking.name}, of ${id}`);
  }
  return apart;
}
