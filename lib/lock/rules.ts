/** Whether a PIN is among the first that anyone would try: one digit over and over, or digits in a row, up or down. */
export function tooSimple(pin: string): boolean {
  const steps = new Set([...pin].slice(1).map((digit, at) => Number(digit) - Number(pin[at])));
  return steps.size === 1 && [-1, 0, 1].includes([...steps][0] ?? 0);
}
