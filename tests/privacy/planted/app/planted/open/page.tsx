/** A page that forgot its gate. */
export default function OpenPage() {
  return <p>For the two of you.</p>;
}
