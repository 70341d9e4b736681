import { type Page, pages } from "@/tests/privacy/doors";
import { builtRoutes, madeBeforehand } from "@/tests/support/privacy-build";
import type { Answer, Caller } from "@/tests/support/privacy-caller";
import { wholeOf } from "@/tests/support/privacy-caller";
import { type Served, signedIn } from "@/tests/support/privacy-served";

/** What one person met behind one door: whose words, whether they were turned away, and what was wrong with it. */
export type Met = {
  readonly at: string;
  readonly status: number;
  readonly turnedAway: boolean;
  readonly words: readonly string[];
  readonly wrong: readonly string[];
};

/** Pages and routes, as everyone, as a page and as the app's own navigation asks for it: all of the build's, where none are named. */
export async function everyDoor(
  served: Served,
  { callers = served.callers, doors = pages, routes = builtRoutes() }: Asking = {},
): Promise<Met[]> {
  const met: Met[] = [];
  for (const route of routes) {
    for (const address of served.addressesOf(route, doors)) {
      const answers = callers.map(async (asking) => {
        const about = { served, asking, address, isFor: doors[route]?.for ?? "the signed in" };
        return [
          meet(await asking.page(address), about, ""),
          meet(await asking.payload(address), about, " (navigating)"),
        ];
      });
      met.push(...(await Promise.all(answers)).flat());
    }
  }
  return met;
}

type Asking = {
  readonly callers?: readonly Caller[];
  readonly doors?: Readonly<Record<string, Page>>;
  readonly routes?: readonly string[];
};

type About = {
  readonly served: Served;
  readonly asking: Caller;
  readonly address: string;
  readonly isFor: Page["for"];
};

function meet(answer: Answer, { served, asking, address, isFor }: About, how: string): Met {
  const at = `${address} as ${asking.name}${how}`;
  const elsewhere = whereElse(isFor, asking);
  const turnedAway =
    answer.status === 401 ||
    (elsewhere !== null &&
      (answer.headers.get("location")?.startsWith(elsewhere) === true || answer.body.includes(elsewhere)));
  const open = elsewhere !== null && !turnedAway;
  const kept =
    !madeBeforehand.includes(address) &&
    isFor !== "a form" &&
    !answer.headers.get("cache-control")?.includes("no-store");
  return {
    at,
    status: answer.status,
    turnedAway,
    words: served.world.canaries.foundIn(wholeOf(answer)).map(({ place }) => place),
    wrong: [
      ...served.wrongWith(answer, asking, address),
      ...(open ? [`${at}: open to whom it is not for`] : []),
      ...(kept ? [`${at}: may be kept in a store`] : []),
    ],
  };
}

/** Where somebody is led whom a page is not for: the signed in, the holder of a locked device, and everybody else. */
function whereElse(pageFor: Page["for"], asking: Caller): string | null {
  const belongs = signedIn(asking) ? "/today" : asking.name === "locked" ? "/locked" : "/sign-in";
  const home = { "the signed in": "/today", "the locked": "/locked" }[pageFor as string];
  return home && home !== belongs ? belongs : null;
}
