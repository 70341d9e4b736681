import { describe, expect, it } from "vitest";
import { asCalendar } from "@/components/therapy/calendar";
import { day } from "@/tests/support/people";

const id = "0b9d1f3e-7a51-4c55-9f4e-2f1f5f0a7e11";
const linesOf = (on: string, localTime: string | null) =>
  asCalendar({ id, day: day(on), localTime }, "Appointment").split("\r\n");

describe("the calendar file of a session", () => {
  it("says when it is, an hour long, and nothing else of it", () =>
    expect(linesOf("2026-03-19", "17:30")).toEqual([
      "BEGIN:VCALENDAR",
      "VERSION:2.0",
      "PRODID:-//calendar//EN",
      "BEGIN:VEVENT",
      `UID:${id}`,
      "SEQUENCE:0",
      "DTSTAMP:20260319T000000Z",
      "DTSTART:20260319T173000",
      "DTEND:20260319T183000",
      "SUMMARY:Appointment",
      "END:VEVENT",
      "END:VCALENDAR",
    ]));

  it("is of the whole day where no time is known", () => {
    const lines = linesOf("2026-12-31", null);
    expect(lines).toContain("DTSTART;VALUE=DATE:20261231");
    expect(lines.filter((line) => line.startsWith("DTEND"))).toEqual([]);
  });

  it.each([
    ["2026-03-29", "02:30", "20260329T023000", "20260329T033000"],
    ["2026-10-25", "02:30", "20261025T023000", "20261025T033000"],
    ["2026-12-31", "23:30", "20261231T233000", "20270101T003000"],
  ])("keeps the time on the wall, whatever clocks do on %s", (on, at, from, to) => {
    const lines = linesOf(on, at);
    expect(lines).toContain(`DTSTART:${from}`);
    expect(lines).toContain(`DTEND:${to}`);
  });
});
