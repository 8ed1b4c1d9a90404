/** SQL over the prints of listings: what duplicates are found by, and the words that categories are learnt from. */
import type { Querier } from "../../db/index.ts";

const replaced = [
  "seller",
  "title",
  "text",
  "digest",
  "category",
  "currency",
  "amount",
  "marks",
  "pictures",
  "origin",
  "outcome",
  "ended",
  "bands",
  "words",
  "at",
];

/** Every listing as its newest revision reads; words only of those whose newest revision is approved. A late event moves `first_at` only. */
export const printWrites = `pn as (
    select ok.*, ok.bands::bigint[] as new_bands, ok.words::text[] as new_words, ok.outcome = 'approve' and ok.category <> '' as taught,
      p.bands as old_bands, p.words as old_words, p.at as old_at
    from ok left join lateral (select p.bands, p.words, p.at from listing_prints p where p.marketplace = $1 and p.listing = ok.subject_id limit 1) p on true
    where ok.kind = 'listing'),
  p as (
    insert into listing_prints as p (marketplace, listing, seller, at, first_at, title, text, digest, category, currency, amount, marks, pictures, origin, outcome, ended, bands, words)
    select $1, subject_id, owner, at, at, print_title, print_text, digest, category, currency, nullif(amount, 0), marks, picture_keys::bigint[], origin, outcome,
      ended or sold, new_bands, new_words from pn
    on conflict (marketplace, listing) do update set first_at = least(p.first_at, excluded.first_at),
      ${replaced.map((column) => `${column} = case when excluded.at >= p.at then excluded.${column} else p.${column} end`).join(", ")}),
  pi as (insert into listing_bands (marketplace, band, at, listing)
    select $1, band, at, subject_id from pn cross join lateral unnest(new_bands) band where old_at is null or old_at <= at on conflict do nothing),
  pr as (delete from listing_bands where ctid = any (array(
    select x.ctid from pn cross join lateral unnest(pn.old_bands) b(band)
    cross join lateral (select x.ctid from listing_bands x where x.marketplace = $1 and x.band = b.band and x.at = pn.old_at and x.listing = pn.subject_id limit 1) x
    where pn.old_at <= pn.at and not (pn.old_at = pn.at and b.band = any (pn.new_bands))))),
  wi as (insert into listing_words (marketplace, word, at, listing, category)
    select $1, word, at, subject_id, category from pn cross join lateral unnest(new_words) word
    where taught and (old_at is null or old_at <= at) on conflict do nothing),
  wr as (delete from listing_words where ctid = any (array(
    select x.ctid from pn cross join lateral unnest(pn.old_words) w(word)
    cross join lateral (select x.ctid from listing_words x where x.marketplace = $1 and x.word = w.word and x.at = pn.old_at and x.listing = pn.subject_id limit 1) x
    where pn.old_at <= pn.at and not (pn.taught and pn.old_at = pn.at and w.word = any (pn.new_words)))))`;

/** What a person's decision says of a listing: a refused one that comes back is seen, an approved one teaches its category. */
export async function printOutcome(q: Querier, marketplace: string, listing: string, outcome: string): Promise<void> {
  await q.query(
    `with p as (update listing_prints set outcome = $3 where marketplace = $1 and listing = $2 returning listing, at, words, category),
     gone as (delete from listing_words x using p, unnest(p.words) w(word)
       where $3 <> 'approve' and x.marketplace = $1 and x.word = w.word and x.at = p.at and x.listing = p.listing)
     insert into listing_words (marketplace, word, at, listing, category)
     select $1, w.word, p.at, p.listing, p.category from p, unnest(p.words) w(word) where $3 = 'approve' and category <> '' on conflict do nothing`,
    [marketplace, listing, outcome],
  );
}
