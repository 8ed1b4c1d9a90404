/** SQL over what a marketplace's reviews took. Days are counted from 1970, UTC. */
import type { Querier } from "../../db/index.ts";

const dayMs = 86_400_000;

export const dayOf = (at: number): number => Math.floor(at / dayMs);
/** The first day of the month of a day. */
export function monthOf(day: number): number {
  const date = new Date(day * dayMs);
  return dayOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth()));
}

export interface ReviewLimits {
  /** Most reviews and tokens of a day. */
  reviews: number;
  tokens: number;
  /** Most tokens of a month; no limit of its own when absent. */
  monthTokens?: number | undefined;
}

/** Counts one review of a day. @returns why no more may be asked; undefined when this one may */
export async function spendReview(
  db: Querier,
  marketplace: string,
  day: number,
  { reviews, tokens, monthTokens }: ReviewLimits,
): Promise<string | undefined> {
  if (monthTokens !== undefined) {
    const { month } = await reviewerSpending(db, marketplace, day);
    if (month.tokens >= monthTokens) return `the budget of ${monthTokens} tokens a month is spent`;
  }
  const [spent] = await db.query(
    `insert into reviewer_spending as s (marketplace, day, reviews) select $1, $2, 1 where $3 > 0 and $4 > 0
     on conflict (marketplace, day) do update set reviews = s.reviews + 1 where s.reviews < $3 and s.tokens < $4
     returning reviews`,
    [marketplace, day, reviews, tokens],
  );
  return spent ? undefined : `the budget of ${reviews} reviews or ${tokens} tokens a day is spent`;
}

/** Counts what a review took. */
export async function spendTokens(db: Querier, marketplace: string, day: number, tokens: number): Promise<void> {
  await db.query("update reviewer_spending set tokens = tokens + $3 where marketplace = $1 and day = $2", [
    marketplace,
    day,
    tokens,
  ]);
}

/** Counts a review that failed, and keeps why. */
export async function noteReviewFailure(db: Querier, marketplace: string, day: number, reason: string): Promise<void> {
  await db.query(
    `insert into reviewer_spending as s (marketplace, day, failures, last_error, last_error_at) values ($1, $2, 1, $3, now())
     on conflict (marketplace, day) do update set failures = s.failures + 1, last_error = excluded.last_error, last_error_at = now()`,
    [marketplace, day, reason],
  );
}

export interface Spent {
  reviews: number;
  tokens: number;
  failures: number;
}

/** What a day and its month took so far, and the last failure ever. */
export async function reviewerSpending(
  db: Querier,
  marketplace: string,
  day: number,
): Promise<{ today: Spent; month: Spent; lastError: { reason: string; at: Date } | undefined }> {
  const sums = (filter: string, as: string) =>
    ["reviews", "tokens", "failures"]
      .map((column) => `coalesce(sum(${column}) filter (where ${filter}), 0)::float8 as ${as}_${column}`)
      .join(", ");
  const [row] = await db.query<Record<string, number> & { last_error: string | null; last_error_at: Date | null }>(
    `select ${sums("day = $2", "today")}, ${sums("day between $3 and $2", "month")},
       (array_agg(last_error order by last_error_at desc) filter (where last_error is not null))[1] as last_error, max(last_error_at) as last_error_at
     from reviewer_spending where marketplace = $1`,
    [marketplace, day, monthOf(day)],
  );
  const spent = (of: string): Spent => ({
    reviews: row![`${of}_reviews`]!,
    tokens: row![`${of}_tokens`]!,
    failures: row![`${of}_failures`]!,
  });
  return {
    today: spent("today"),
    month: spent("month"),
    lastError: row!.last_error === null ? undefined : { reason: row!.last_error, at: row!.last_error_at! },
  };
}
