/** What a person wrote, exactly as they wrote it. */
export function Words({ children }: { children: string }) {
  return (
    <p dir="auto" className="own-words break-words whitespace-pre-wrap">
      {children}
    </p>
  );
}
