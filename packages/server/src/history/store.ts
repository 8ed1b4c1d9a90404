/** SQL over the comparables. */
export const writeFragments = {
  comparables: `k as (
    insert into comparables (marketplace, listing, seller, category, currency, amount, title, brand, condition, at)
    select $1, subject_id, owner, category, currency, amount, left(title, 80), brand, condition, at from ok where comparable
    on conflict (marketplace, listing) do update set seller = excluded.seller, category = excluded.category, currency = excluded.currency,
      amount = excluded.amount, title = excluded.title, brand = excluded.brand, condition = excluded.condition, at = excluded.at),
  kd as (delete from comparables c using ok where c.marketplace = $1 and c.listing = ok.subject_id and ok.kind = 'listing' and ok.outcome = 'refuse')`,
};
