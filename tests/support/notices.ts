import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect } from "vitest";

/** Hears every notice that Postgres gives, as the server does. */
export class Notices {
  readonly #heard: string[] = [];

  private constructor(
    private readonly owner: pg.Client,
    private readonly listening: pg.Client,
  ) {}

  static async begin(urls: { readonly ownerUrl: string; readonly servingUrl: string }): Promise<Notices> {
    const notices = new Notices(
      new pg.Client({ connectionString: urls.ownerUrl }),
      new pg.Client({ connectionString: urls.servingUrl }),
    );
    await Promise.all([notices.owner.connect(), notices.listening.connect()]);
    notices.listening.on("notification", ({ payload }) => notices.#heard.push(payload ?? ""));
    await notices.listening.query("listen between_us");
    return notices;
  }

  /** Whom notices named while something was done. */
  async of(work: () => Promise<unknown>): Promise<string[]> {
    await this.#everything();
    const before = this.#heard.length;
    await work();
    await this.#everything();
    return this.#heard.slice(before, -1);
  }

  /** Waits until everything that was said before has been heard: notices arrive in the order of their transactions. */
  async #everything(): Promise<void> {
    const mark = randomUUID();
    await this.owner.query(`notify between_us, '${mark}'`);
    await expect.poll(() => this.#heard).toContain(mark);
  }

  async end(): Promise<void> {
    await Promise.all([this.listening.end(), this.owner.end()]);
  }
}
