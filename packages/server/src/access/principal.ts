import { AssayError } from "@assay/contract";
import type { Permission } from "./permissions.ts";

/** Whoever makes a request: a marketplace's backend by key, or a person by session. */
export interface Principal {
  marketplace: string;
  kind: "key" | "user";
  /** `key_…` or `usr_…`; what audit log and decisions name. */
  id: string;
  name: string;
  permissions: ReadonlySet<Permission>;
  /** Most requests and events a minute; a key's own limit. */
  perMinute?: number;
  /** A person who may do nothing before a second factor is set. */
  mustSetSecondFactor?: boolean;
}

/** @throws AssayError `unauthenticated` without a principal, `forbidden` without the permission */
export function requirePermission(principal: Principal | null, permission: Permission): asserts principal is Principal {
  if (!principal) throw new AssayError("unauthenticated");
  if (!principal.permissions.has(permission)) {
    throw new AssayError("forbidden", `This needs the permission ${permission}.`);
  }
}
