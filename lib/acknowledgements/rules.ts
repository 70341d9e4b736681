/**
 * What an effective apology is made of, in the order it is asked for. Acknowledging responsibility weighs most, then the
 * offer of repair, and both are needed here; regret and what one turns away from are invited; an explanation is held back,
 * and a request for forgiveness left out: it weighs least of all (Lewicki, Polin & Lount 2016, Negotiation and Conflict
 * Management Research 9(2), 177–196), and asks something of whoever was hurt.
 */
export const parts = ["did", "broke", "cost_you", "regret", "will_do"] as const;
export type Part = (typeof parts)[number];

/** In the order they are offered. */
export const answers = ["complete", "something_missing", "not_now"] as const;

/**
 * What somebody says they will do, line by line, each once: each can begin a commitment. A leading dash or number is no part
 * of it.
 */
export const linesOf = (will_do: string): string[] => [
  ...new Set(
    will_do.split(/\r?\n/).flatMap((line) => line.replace(/^\s*(?:[-–—•*]|\d{1,2}[.)])\s+/, "").trim() || []),
  ),
];
