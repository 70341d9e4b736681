import type { Route } from "next";

/**
 * Where to go after signing in: a path of our own, or Today. Anything that could name another host is Today:
 * browsers read "//host", "/\host" and a tab or line break inside as one.
 */
export function ownPath(next: string): string {
  const plain = /^\/(?![/\\])[\w\-/?=&%.]*$/.test(next);
  return plain ? next : "/today";
}

/** A page that leads on to `next` once someone is signed in. */
export const withNext = (page: "/sign-in" | "/sign-up", next: string) =>
  (next ? `${page}?${new URLSearchParams({ next: ownPath(next) })}` : page) as Route;
