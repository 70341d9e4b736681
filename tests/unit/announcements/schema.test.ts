import { describe, expect, it } from "vitest";
import * as schema from "@/lib/announcements/schema";
import { messagesOf, neverStumbles } from "../forms";

describe("how such things are to reach oneself, as its form sends it", () => {
  it("is now, with the therapist, or at a time of day", () => {
    expect(schema.chooseWay.parse({ way: "now", at: "20:00" })).toEqual({ way: "now", localTime: null });
    expect(schema.chooseWay.parse({ way: "with_therapist", at: "soon" })).toEqual({
      way: "with_therapist",
      localTime: null,
    });
    for (const at of ["00:00", "20:30", "23:59"])
      expect(schema.chooseWay.parse({ way: "at_time", at })).toEqual({ way: "at_time", localTime: at });
  });

  it.each([undefined, "", "24:00", "8:30", "20:60", "20:30:00", "20:30\n", ["20:30", "21:30"], {}])(
    "at a time of day is refused without one: %j",
    (at) => expect(messagesOf(schema.chooseWay, { way: "at_time", at })).toEqual([["at", "time"]]),
  );

  it("is refused where nothing was chosen", () => {
    for (const way of [undefined, "", "later", ["now", "at_time"]])
      expect(messagesOf(schema.chooseWay, { way, at: "20:00" })).toEqual([["way", "way"]]);
  });
});

describe("every form of what is announced", () => {
  const { chooseWay, openAnnounced } = schema;

  it.each(Object.entries({ chooseWay, openAnnounced }))(
    "refuses odd input in words and never stumbles: %s",
    (_, form) => neverStumbles(form, ["way", "at", "kind", "id"], 3_400),
  );
});
