/** Pages of lists: opaque cursors, `limit`, `has_more`. */
import { AssayError } from "@assay/contract";
import { z } from "zod";

/** Query parameters that every list takes. */
export const pageQuery = {
  cursor: z.string().max(2000).optional().describe("`next_cursor` of the page before"),
  limit: z.coerce.number().int().min(1).max(100).default(50),
};

/** A time in a query: RFC 3339, or a day in UTC. */
export const timeQuery = z.union([z.iso.datetime({ offset: true }), z.iso.date()]);

export function cursorOf(key: readonly unknown[]): string {
  return Buffer.from(JSON.stringify(key)).toString("base64url");
}

/** @throws AssayError `invalid_request` for one that this list did not give out */
export function keyOf<T>(cursor: string | undefined, shape: z.ZodType<T>): T | undefined {
  if (cursor === undefined) return undefined;
  try {
    return shape.parse(JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")));
  } catch {
    throw new AssayError("invalid_request", "cursor: is not one that this list gave out");
  }
}

/** A time of a sort key, as the database wrote it. */
export const keyTime = z.string().refine((text) => !Number.isNaN(Date.parse(text)));

/**
 * @param rows one more than `limit` when there are more
 * @param key a row's place in the list
 */
export function toPage<R, T>(
  rows: readonly R[],
  limit: number,
  key: (row: R) => readonly unknown[],
  show: (row: R) => T,
): { data: T[]; has_more: boolean; next_cursor?: string } {
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  const more = rows.length > limit && last !== undefined;
  return { data: shown.map(show), has_more: more, ...(more && { next_cursor: cursorOf(key(last)) }) };
}
