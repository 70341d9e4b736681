import messages from "@/lib/i18n/errors.json";
import { addPasskeyAction, beginPasskeyAction } from "@/lib/passkeys/actions";
import { type FormAction, type FormState, fresh } from "@/lib/web/form";

/** Whether this browser makes passkeys and can say them in JSON by itself. */
export const browserHasPasskeys = () =>
  typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential;

/** An action for a form: the server asks, the device makes a passkey, the server keeps its public half. */
export const makePasskey =
  (says: { readonly notMade: string; readonly there: string }): FormAction =>
  async (previous, form) => {
    const begun = await beginPasskeyAction(previous, form);
    if (begun.outcome !== "done") return begun;
    const made = await fromDevice(begun, (options) =>
      navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) }),
    );
    if (!made.response) return refusedHere(made.there ? says.there : says.notMade);
    return addPasskeyAction(previous, formOf({ label: String(form.get("label")), response: made.response }));
  };

/** The two actions of a proof: what is to be signed, and whether it was. */
export type Proof = { readonly ask: FormAction; readonly judge: FormAction };

/** The server asks, a passkey of this person signs, the server judges. No form takes part, and nothing in one is lost. */
export async function confirmByPasskey({ ask, judge }: Proof, stopped: string): Promise<FormState> {
  try {
    const asked = await ask(fresh, new FormData());
    if (asked.outcome !== "done") return asked;
    const { response } = await fromDevice(asked, (options) =>
      navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) }),
    );
    if (!response) return refusedHere(stopped);
    return await judge(fresh, formOf({ response }));
  } catch {
    return refusedHere(messages.unreached);
  }
}

/** What the device answered, as JSON. It says no for reasons of its own: stopped, too late, or `there` already. */
async function fromDevice(
  { shown }: FormState,
  // biome-ignore lint/suspicious/noExplicitAny: the options are the browser's own to judge, of one kind or the other
  ask: (options: any) => Promise<Credential | null>,
): Promise<{ response?: string; there?: boolean }> {
  try {
    const answer = await ask(JSON.parse(shown?.options ?? ""));
    return answer ? { response: JSON.stringify(answer) } : {};
  } catch (error) {
    return { there: error instanceof DOMException && error.name === "InvalidStateError" };
  }
}

const refusedHere = (say: string): FormState => ({ outcome: "refused", say });

function formOf(fields: Readonly<Record<string, string>>): FormData {
  const form = new FormData();
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return form;
}
