/** SQL over sellers' pace: one more ad on its day. */
export const paceWrites = `sd as (
    insert into seller_days as d (marketplace, seller, day, listings, spread)
    select $1, owner, (at at time zone 'UTC')::date, count(*), max(spread) from ok
    where first and type = 'listing.created' group by owner, (at at time zone 'UTC')::date order by owner
    on conflict (marketplace, seller, day) do update set listings = d.listings + excluded.listings)`;
