const numbers = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;

type Props = {
  name: string;
  id?: string;
  label: string;
  low: string;
  high: string;
  /** Says that no number is given; the first radio, sent as an empty value, chosen until a number is. */
  skip: string;
  defaultValue?: number | null;
};

/** A 0–10 answer that may be left out: not answering is its own choice and never looks like 0. */
export function Scale({ name, id = name, label, low, high, skip, defaultValue = null }: Props) {
  return (
    <fieldset aria-describedby={`${id}-ends`} className="min-w-0">
      <legend className="float-start mb-1.5 font-semibold">{label}</legend>
      <p id={`${id}-ends`} className="float-end mb-1.5 text-xs leading-6.5 text-muted">
        0 {low} · 10 {high}
      </p>
      <div className="clear-both flex gap-1.5">
        <label className="chosen-in-forced-colors relative grid h-12 w-8 shrink-0 place-items-center rounded-md border border-line text-muted has-checked:border-edge has-checked:bg-line has-checked:text-text has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus">
          <input
            type="radio"
            name={name}
            value=""
            defaultChecked={defaultValue === null}
            aria-label={skip}
            className="overlay-input"
          />
          <span aria-hidden="true">–</span>
        </label>
        <div className="flex min-w-0 flex-1 rounded-md border border-edge bg-sheet">
          {numbers.map((number) => (
            <label
              key={number}
              className="chosen-in-forced-colors relative grid h-11.5 min-w-6 flex-1 place-items-center text-sm tabular-nums first:rounded-s-[0.5625rem] last:rounded-e-[0.5625rem] has-checked:z-1 has-checked:-mx-0.5 has-checked:-my-0.75 has-checked:h-13 has-checked:rounded-md has-checked:bg-accent has-checked:text-lg has-checked:font-bold has-checked:text-on-accent has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-focus has-[~label>input:checked]:bg-wash"
            >
              <input
                type="radio"
                name={name}
                value={number}
                defaultChecked={defaultValue === number}
                className="overlay-input"
              />
              {number}
            </label>
          ))}
        </div>
      </div>
    </fieldset>
  );
}
