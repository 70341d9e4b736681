/** What came as a file, and what it is called. */
export type AnsweredFile = { readonly name: string; readonly file: Blob };

/**
 * Asks for what a form asks for, as its browser would. Null where the answer is no file: it leads elsewhere, or says that
 * something went wrong. Throws where none came, or not all of it.
 */
export async function fileFor(form: HTMLFormElement, signal: AbortSignal): Promise<AnsweredFile | null> {
  const filled = [...new FormData(form)].map(([name, value]) => [name, String(value)]);
  const answer = await fetch(form.action, {
    method: "POST",
    body: new URLSearchParams(filled),
    redirect: "manual",
    signal,
  });
  const [, name] =
    /^attachment; filename="([^"]+)"$/.exec(answer.headers.get("content-disposition") ?? "") ?? [];
  return answer.ok && name ? { name, file: await answer.blob() } : null;
}

/** So long a browser may take to read what it was handed. */
const READING_MS = 60_000;

/** To where the browser keeps what it downloads. */
export function handOver({ name, file }: AnsweredFile): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), READING_MS);
}
