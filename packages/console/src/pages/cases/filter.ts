/** Filters of a queue between an address and `GET /v1/cases`. */

export type Search = Record<string, string | undefined>;
export const filterFields = [
  "state",
  "q",
  "kind",
  "reason",
  "held",
  "owner",
  "priority_from",
  "opened_from",
  "opened_to",
  "resolved_from",
  "resolved_to",
  "due",
  "by",
] as const;

/** The filter in an address: only what the API knows, and nothing that is empty. */
export function filterOf(search: Search): Record<string, string> {
  return Object.fromEntries(
    filterFields.flatMap((field) => {
      const value = search[field];
      return value === undefined || value === "" ? [] : [[field, value]];
    }),
  );
}
