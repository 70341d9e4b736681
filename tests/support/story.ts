import { test as base } from "@playwright/test";

/** A story. When it is over everybody in it leaves the browser: a page that stays open goes on asking the server. */
export const test = base.extend<{ everybodyLeaves: undefined }>({
  everybodyLeaves: [
    async ({ browser }, use) => {
      await use(undefined);
      await Promise.all(browser.contexts().map((context) => context.close()));
    },
    { auto: true },
  ],
});
