/** On paper a table's first rows stand on every sheet: there they say whose it is, in its caption's place. */
export const RepeatedName = ({ name, columns }: { name: string; columns: number }) => (
  <tr className="hidden print:table-row">
    <td colSpan={columns} className="pb-1 text-start font-semibold text-text">
      {name}
    </td>
  </tr>
);
