import "server-only";

/**
 * A file, written as it is read: nothing is held but what is on its way. Its beginning is awaited, so that what goes wrong
 * at once is an answer and not half a file; whoever stops reading ends the rest.
 */
export async function download(
  text: AsyncGenerator<string>,
  { name, type }: { readonly name: string; readonly type: string },
): Promise<Response> {
  const words = new TextEncoder();
  const first = await text.next();
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => (first.done ? controller.close() : controller.enqueue(words.encode(first.value))),
    async pull(controller) {
      const { done, value } = await text.next();
      if (done) controller.close();
      else controller.enqueue(words.encode(value));
    },
    cancel: () => void text.return(undefined),
  });
  return new Response(body, {
    headers: {
      "content-type": `${type}; charset=utf-8`,
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
}
