/** What a form would send as it stands, and where to. */
export type Form = { readonly address: string; readonly fields: ReadonlyMap<string, string> };

export type Answer = {
  readonly address: string;
  readonly status: number;
  readonly headers: Headers;
  readonly body: string;
};

/** A browser without JavaScript: keeps cookies, opens pages, and sends their forms with everything hidden in them. */
export class Scriptless {
  readonly #cookies = new Map<string, string>();

  constructor(readonly origin: string) {}

  opens(address: string): Promise<Answer> {
    return this.#asks(address, {});
  }

  sends(form: Form, filled: Record<string, string>): Promise<Answer> {
    const body = new FormData();
    for (const [name, value] of new Map([...form.fields, ...Object.entries(filled)]))
      body.append(name, value);
    return this.#asks(form.address, { method: "POST", body, headers: { origin: this.origin } });
  }

  async signsIn(email: string, passphrase: string): Promise<void> {
    const page = await this.opens("/sign-in");
    const { status, headers } = await this.sends(formWith(page, "Sign in"), { email, passphrase });
    if (status !== 303 || headers.get("location") !== "/today")
      throw new Error(`signing in was answered ${status}`);
  }

  /** Throws where no whole answer comes. */
  async #asks(address: string, request: RequestInit & { headers?: Record<string, string> }): Promise<Answer> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const headers = { accept: "text/html", ...(cookie ? { cookie } : {}), ...request.headers };
    const answer = await fetch(this.origin + address, { ...request, headers, redirect: "manual" });
    for (const set of answer.headers.getSetCookie()) {
      const [, name, value] = /^([^=]+)=([^;]*)/.exec(set) ?? [];
      if (name && value !== undefined) this.#cookies.set(name, value);
    }
    return { address, status: answer.status, headers: answer.headers, body: await answer.text() };
  }
}

/** The form of a page that is sent with this button. Throws where there is none. */
export function formWith({ address, status, body }: Omit<Answer, "headers">, button: string): Form {
  const forms = body
    .split(/<form\b/)
    .slice(1)
    .map((rest) => rest.slice(0, rest.indexOf("</form>")));
  const form = forms.find((html) => html.includes(`>${button}</button>`));
  if (!form) throw new Error(`${address} was answered ${status}, without a form to “${button}”`);
  return {
    address,
    fields: new Map([...form.matchAll(/<input\b([^>]*)>/g)].flatMap(([, tag]) => sent(tag ?? ""))),
  };
}

/** The name and value an input has before anybody touches it: none for a choice that is not taken. */
function sent(tag: string): [string, string][] {
  const of = (attribute: string) => new RegExp(` ${attribute}="([^"]*)"`).exec(tag)?.[1];
  const name = of("name");
  const isChoice = /^(radio|checkbox)$/.test(of("type") ?? "");
  return !name || (isChoice && !/ checked(=|\s|\/|$)/.test(tag))
    ? []
    : [[plain(name), plain(of("value") ?? "")]];
}

const plain = (html: string) =>
  html
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
