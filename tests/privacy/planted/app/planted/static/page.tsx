export const dynamic = "force-static";

/** A page that was made beforehand, the same for everyone. */
export default function StaticPage() {
  return <p>For the two of you.</p>;
}
