import {
  type Asker,
  nobody,
  type Particular,
  type Rights,
  type TablePromise,
} from "@/tests/privacy/tables/promise";
import type { Askers } from "@/tests/support/matrix-askers";
import { GROUPS } from "@/tests/support/matrix-mutant";

export const roles = [...GROUPS, "the login"] as const;
export type Role = (typeof roles)[number];
/** One statement by one asker, and how it must end. */
export type Probe = {
  readonly table: string;
  readonly says: string;
  readonly role: Role;
  readonly asker: Asker | null;
  readonly given?: string;
  readonly sql: string;
  readonly ends: Ending;
};

/** `keys`: exactly these rows; `count`: so many; `refused`: an error of any kind; the others are named by their reason. */
export type Ending =
  | { readonly keys: readonly string[] }
  | { readonly count: number }
  | Particular["ends"]
  | "permission denied"
  | "allowed";

export function one(askers: Askers, name: string): Asker {
  const asker = askers.get(name);
  if (!asker) throw new Error(`there is no ${name}`);
  return asker;
}

export const rightsOf = (
  { viewer, system, locked = nobody, guest = nobody }: TablePromise,
  { role }: Asker,
): Rights => ({ keel_app: viewer, keel_locked: locked, keel_guest: guest, keel_system: system })[role];
