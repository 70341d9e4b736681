export type Figure = { key: string; label: string; value: number | null };

/** A check-in's numbers, told and not drawn. What was left out is absent, never 0. */
export function Reading({ figures }: { figures: readonly Figure[] }) {
  const given = figures.filter((figure) => figure.value !== null);
  if (given.length === 0) return null;
  return (
    <dl className="flex flex-wrap gap-x-5 gap-y-2">
      {given.map((figure) => (
        <div key={figure.key} className="flex flex-col-reverse">
          <dt className="text-xs text-muted">{figure.label}</dt>
          <dd className="text-lg font-semibold tabular-nums">{figure.value}</dd>
        </div>
      ))}
    </dl>
  );
}
