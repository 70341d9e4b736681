const WITHIN_MS = 5_000;

/**
 * Tells how often Shift was pressed by itself, within five seconds of the time before: once, twice, three times, and 0 when
 * that is over. Shift that makes a capital letter is not meant. Answers how to stop.
 */
export function countShifts(tell: (times: number) => void): () => void {
  let times = 0;
  let alone = false;
  let over: ReturnType<typeof setTimeout> | undefined;

  const forget = () => {
    clearTimeout(over);
    if (times > 0) tell(0);
    times = 0;
  };
  const down = ({ key, repeat }: KeyboardEvent) => {
    if (key === "Shift") {
      if (!repeat) alone = true;
      return;
    }
    alone = false;
    forget();
  };
  const up = ({ key }: KeyboardEvent) => {
    if (key !== "Shift" || !alone) return;
    alone = false;
    clearTimeout(over);
    over = setTimeout(forget, WITHIN_MS);
    tell(++times);
  };
  window.addEventListener("keydown", down);
  window.addEventListener("keyup", up);
  return () => {
    clearTimeout(over);
    window.removeEventListener("keydown", down);
    window.removeEventListener("keyup", up);
  };
}
