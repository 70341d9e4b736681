/** A page whose only gate is in proxy.ts. */
export default function GatedElsewherePage() {
  return <p>For the two of you.</p>;
}
