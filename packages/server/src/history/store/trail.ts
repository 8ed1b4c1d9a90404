/** SQL that writes the trail and the identifiers, in the commit. */
export const accountFragments = {
  trail: `tr as (
    insert into trail (marketplace, account, kind, at, event_id, trait)
    select $1, r.account, r.kind, ok.at, ok.event_id, r.trait
    from ok cross join lateral json_to_recordset(ok.trail) r(account text, kind text, trait json) where ok.first
    on conflict do nothing)`,
};
