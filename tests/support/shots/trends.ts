import type { Page } from "@playwright/test";
import words from "@/lib/i18n/en.json";
import { type Shoot, sends, unfolds } from "./studio";

/** Every picture over a short and a long time, a table of each, and a day that is marked. */
export async function trends(page: Page, shoot: Shoot): Promise<void> {
  const { marks } = words.trends;
  await shoot("/trends", "trends");
  await shoot("/trends?range=3m", "trends-three-months");
  await shoot("/trends?range=12m", "trends-twelve-months");
  await shoot("/trends?whose=mine&range=all", "trends-all-of-mine");
  await shoot("/trends?range=3m&table=trust", "trends-table");
  await shoot("/trends", "trends-read", () => page.getByRole("slider").first().focus());
  await shoot("/trends", "trends-marking-refused", async () => {
    await unfolds(page, marks.add);
    await sends(page, marks.keep);
  });
  await shoot("/trends", "trends-how-drawn", () => unfolds(page, words.trends.drawn.title));
  await shoot("/trends/feelings?range=3m", "trends-feelings");
  await shoot("/trends/feelings?range=12m", "trends-feelings-by-week");
  await shoot("/trends/feelings?range=3m&feeling=hurt", "trends-one-feeling");
  await shoot("/trends/feelings?table=feelings", "trends-feelings-table");
  await shoot("/trends/acts?range=3m", "trends-acts");
  await shoot("/trends/acts?range=3m&table=commitments", "trends-acts-table");
  await shoot("/trends/acts?range=3m&table=felt_heard", "trends-felt-heard-table");
  await shoot("/trends/year", "trends-year");
  await shoot("/trends/year?table=year&of=pain", "trends-year-table");
}
