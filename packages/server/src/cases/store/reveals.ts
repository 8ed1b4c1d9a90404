/** SQL of reveals: who was let see what, for which purpose. */
import { newId, type Querier } from "../../db/index.ts";

/** How long a reveal holds, in minutes: an hour, about as long as one looks into one affair. */
const holdsMinutes = 60;

export type Revealed = "account" | "conversation";

/** @returns until when it holds */
export async function insertReveal(
  tx: Querier,
  marketplace: string,
  { person, what, target, purpose }: { person: string; what: Revealed; target: string; purpose: string },
): Promise<Date> {
  const [row] = await tx.query<{ until: Date }>(
    `insert into reveals (marketplace, id, person, what, target, purpose, until)
     values ($1, $2, $3, $4, $5, $6, now() + $7::int * interval '1 minute') returning until`,
    [marketplace, newId("rvl"), person, what, target, purpose, holdsMinutes],
  );
  return row!.until;
}

/** What is revealed to a person now, as `what target`. */
export async function revealsOf(q: Querier, marketplace: string, person: string): Promise<Set<string>> {
  const rows = await q.query<{ key: string }>(
    "select distinct what || ' ' || target as key from reveals where marketplace = $1 and person = $2 and until > now() limit 500",
    [marketplace, person],
    "reveals_of",
  );
  return new Set(rows.map((row) => row.key));
}
