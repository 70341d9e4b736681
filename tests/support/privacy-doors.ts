import { pages } from "@/tests/privacy/doors";
import { builtRoutes } from "@/tests/support/privacy-build";
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

/** Every page and route of the build, as everyone, as a page and as the app's own navigation asks for it. */
export async function everyDoor(
  served: Served,
  callers: readonly Caller[] = served.callers,
  routes: readonly string[] = builtRoutes(),
): Promise<Met[]> {
  const met: Met[] = [];
  for (const route of routes) {
    for (const address of served.addressesOf(route)) {
      const answers = callers.map(async (asking) => {
        const page = meet(served, asking, { route, address, answer: await asking.page(address) });
        return [
          page,
          meet(served, asking, {
            route,
            address,
            answer: await asking.payload(address),
            as: " (navigating)",
          }),
        ];
      });
      met.push(...(await Promise.all(answers)).flat());
    }
  }
  return met;
}

function meet(
  served: Served,
  asking: Caller,
  { route, address, answer, as = "" }: { route: string; address: string; answer: Answer; as?: string },
): Met {
  const at = `${address} as ${asking.name}${as}`;
  const elsewhere = whereElse(pages[route]?.for, asking);
  const turnedAway =
    answer.status === 401 ||
    (elsewhere !== null &&
      (answer.headers.get("location")?.startsWith(elsewhere) === true || answer.body.includes(elsewhere)));
  const open = elsewhere !== null && !turnedAway;
  const kept =
    !madeBeforehand.includes(route) &&
    pages[route]?.for !== "a form" &&
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
function whereElse(pageFor: string | undefined, asking: Caller): string | null {
  const belongs = signedIn(asking) ? "/today" : asking.name === "locked" ? "/locked" : "/sign-in";
  const home = { "the signed in": "/today", "the locked": "/locked" }[pageFor ?? ""];
  return home && home !== belongs ? belongs : null;
}

/** The same for everyone: an icon, and what Next says when it is broken itself. */
export const madeBeforehand: readonly string[] = ["/icon.svg", "/_global-error"];
