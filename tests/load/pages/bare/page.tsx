/** The smallest page this server makes for one request: the floor that Today and Timeline are measured from. */
export default function BarePage() {
  return <p>Nothing.</p>;
}
