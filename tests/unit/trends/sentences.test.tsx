import { NextIntlClientProvider } from "next-intl";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { useSentence } from "@/components/trends/sentences";
import messages from "@/lib/i18n/en.json";
import type { Range } from "@/lib/trends/rules";

/** What is said of numbers that were given on days that follow one another. */
function said(numbers: readonly number[], range: Range = "4w"): string {
  const given = numbers.map((value, day) => ({ day, value }));
  const Said = (): ReactNode => useSentence(range)("Trust", given);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <Said />
    </NextIntlClientProvider>,
  );
}
const times = (many: number, number: number) => Array.from({ length: many }, () => number);

describe("what a picture says of its numbers", () => {
  it("is that there is nothing, or not enough", () => {
    expect(said([])).toBe("Trust over these four weeks: nothing here.");
    expect(said([3])).toBe("Trust over these four weeks: 1 day. Not enough yet to put into words.");
    expect(said(times(13, 3), "3m")).toBe(
      "Trust over three months: 13 days. Not enough yet to put into words.",
    );
  });

  it("is the number of all days, or the usual one, or between which numbers they are", () => {
    expect(said(times(14, 5))).toBe("Trust over these four weeks: 5 on all 14 days.");
    expect(said([...times(10, 5), 2, 3, 6, 7])).toBe(
      "Trust over these four weeks: 5 on most of 14 days, between 2 and 7.",
    );
    expect(said([...times(8, 3), ...times(8, 4)], "all")).toBe(
      "Trust over all this time: between 3 and 4 on 16 days.",
    );
    expect(said([0, 1, 2, 3, 3, 4, 4, 5, 5, 6, 6, 7, 8, 9, 10], "6m")).toBe(
      "Trust over six months: between 0 and 10 on 15 days, half of them between 3 and 7.",
    );
  });

  it("judges, ranks and foretells nothing, and neither does any other sentence of the pictures", () => {
    expect(JSON.stringify(messages.trends)).not.toMatch(
      /\b(better|worse|improv|declin|progress|setback|score|streak|rank|average of you|ahead|behind|gap between|difference between you|forecast|predict|will be|going (up|down)|trend(ing)? (up|down)|faster|slower|response time)/i,
    );
  });
});
