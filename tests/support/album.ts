import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Page } from "@playwright/test";

const SIZES = [
  { width: 390, height: 844 },
  { width: 1280, height: 900 },
] as const;
const SCHEMES = ["light", "dark"] as const;

/** Pictures of screens in both sizes and both schemes, and which of the app's pages they show. */
export class Album {
  readonly #shown = new Set<string>();
  #pictures = 0;

  /** @param routes every page of the build, such as `/entries/[id]` */
  constructor(
    readonly folder: string,
    readonly routes: readonly string[],
  ) {}

  /** Takes four pictures of what stands on the screen, from its top to its end. `name` is `who/what`. */
  async take(page: Page, name: string): Promise<void> {
    this.#shown.add(this.#routeOf(new URL(page.url()).pathname));
    mkdirSync(dirname(join(this.folder, name)), { recursive: true });
    for (const size of SIZES) {
      for (const colorScheme of SCHEMES) {
        await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
        await page.setViewportSize(size);
        // As tall as the page is: a bar that stays at the bottom of a screen would cover the middle of a long picture.
        const height = await page.evaluate(() => document.documentElement.scrollHeight);
        await page.setViewportSize({ ...size, height: Math.max(height, size.height) });
        const path = join(this.folder, `${name}-${size.width}-${colorScheme}.png`);
        const picture = () => page.screenshot({ path, timeout: 15_000, animations: "disabled" });
        // Now and then a resized headless browser does not say that it has painted; it does when asked again.
        await picture().catch(picture);
        this.#pictures++;
      }
    }
    await page.setViewportSize(SIZES[0]);
  }

  get pictures(): number {
    return this.#pictures;
  }

  /** Pages that are in no picture. */
  get missing(): string[] {
    return this.routes.filter((route) => !this.#shown.has(route));
  }

  /** An address that is written out wins over one with a placeholder; what is no page at all shows that there is nothing. */
  #routeOf(path: string): string {
    if (this.routes.includes(path)) return path;
    const pattern = (route: string) => new RegExp(`^${route.replace(/\[\w+\]/g, "[^/]+")}$`);
    return this.routes.find((route) => pattern(route).test(path)) ?? "/_not-found";
  }
}
