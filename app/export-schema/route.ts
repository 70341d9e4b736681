import { publishedSchema } from "@/lib/export/schema";

/** What a copy taken as data means, for whoever writes a program that reads one. It is the same for everybody. */
export const GET = () =>
  Response.json(publishedSchema(), {
    headers: { "content-type": "application/schema+json", "cache-control": "no-store" },
  });
