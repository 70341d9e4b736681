import type { Page } from "@/tests/privacy/doors";

/** Leaks that are planted on purpose, to see that the suite's own checks say so. Their pages and actions lie beside this file. */
export const doors: Readonly<Record<string, Page>> = {
  "/planted/export": { for: "the signed in", addresses: ["/planted/export?of={ada}&in={ada.couple}"] },
  "/planted/header": { for: "the signed in" },
  "/planted/kept": { for: "the signed in" },
  "/planted/prop": { for: "the signed in" },
  "/planted/open": { for: "the signed in" },
  "/planted/gate": { for: "the signed in" },
};

/** A line of the app's own, and what it becomes. */
export const edits: readonly { readonly file: string; readonly from: string; readonly to: string }[] = [
  {
    file: "lib/web/action.ts",
    from: "const { say, fields, shown } = await sentencesFor(error);",
    to: 'const { say, fields, shown } = await sentencesFor(error);\n  log().warn({ typed }, "refused");',
  },
  {
    file: "lib/web/live.ts",
    from: 'void check("data: look\\n\\n")',
    to: 'void check("data: look at " + coupleId + "\\n\\n")',
  },
  {
    file: "lib/mail/send.ts",
    from: "to, subject,",
    to: 'to, subject: subject + ", " + to.split("-")[0],',
  },
  {
    file: "proxy.ts",
    from: "const nonce = btoa",
    to: 'if (request.nextUrl.pathname === "/planted/gate" && !request.cookies.has("keel"))\n    return NextResponse.redirect(new URL("/sign-in", request.url));\n  const nonce = btoa',
  },
];

/** What the planted pages ask, and a notice that says too much. It stays for as long as the database does. */
export const standing = `
  create function app.planted_count(couple uuid) returns bigint language sql security definer
    as $$ select count(*) from public.entries where couple_id = couple $$;
  create function app.planted_exists(entry uuid) returns boolean language sql security definer
    as $$ select exists (select from public.entries where id = entry) $$;
  create function app.planted_notice() returns trigger language plpgsql
    as $$ begin perform pg_notify('between_us', new.id::text); return null; end $$;
  create trigger planted after insert on public.entries for each row execute function app.planted_notice();`;

/** What is planted in the database, each by itself, and taken back. \`{login}\` is the login that serves. */
export const inTheDatabase: Readonly<Record<string, string>> = {
  "a view":
    "create view public.planted as select * from public.entries; grant select on public.planted to keel_app",
  "a new table":
    "create table public.planted (couple_id uuid, note text); grant select, insert on public.planted to keel_app",
  "a wider grant": "grant select on public.drafts to keel_system",
  "a column too many": "grant select (reaches_at) on public.announcements to keel_app",
  "a definer function":
    "create function app.planted() returns bigint language sql security definer as 'select count(*) from public.entries'; grant execute on function app.planted() to keel_app",
  "a rule that is always true": "create policy planted on public.entries for select to keel_app using (true)",
  "a rule for everyone":
    "create policy planted on public.entries for select to public using (author_id = (select app.viewer_id()))",
  "a key without its couple": "create unique index planted on public.entries (id)",
  "a login that inherits": "grant keel_app to {login} with inherit true",
  "a login past all rules": "alter role {login} bypassrls",
};
