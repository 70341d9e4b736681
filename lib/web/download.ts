import "server-only";

/**
 * A file, written as it is read: nothing is held but what is on its way. Its beginning is awaited, so that what goes wrong
 * at once is an answer and not half a file; whoever stops reading ends the rest.
 */
export async function download(
  pieces: AsyncGenerator<string | Uint8Array>,
  { name, type }: { readonly name: string; readonly type: string },
): Promise<Response> {
  const text = new TextEncoder();
  const bytes = (piece: string | Uint8Array) => (typeof piece === "string" ? text.encode(piece) : piece);
  const first = await pieces.next();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => (first.done ? controller.close() : controller.enqueue(bytes(first.value))),
    async pull(controller) {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(bytes(value));
    },
    cancel: () => void pieces.return(undefined),
  });
  return new Response(body, {
    headers: {
      "content-type": type,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
