import { roles, type User } from "@assay/contract";
import type { UserRow } from "./store.ts";

/** A person as the API answers it. Roles that this version does not know are not told. */
export function userOf(row: UserRow): User {
  return {
    id: row.id,
    email: row.email,
    name: row.name,
    roles: roles.filter((role) => row.roles.includes(role)),
    language: row.language,
    disabled: row.disabled,
    second_factor: row.has_second_factor,
    created_at: row.created_at.toISOString(),
  };
}

/** As addresses are stored and compared. */
export function normalEmail(email: string): string {
  return email.normalize("NFC").trim().toLowerCase();
}
