-- What a key may do and how much of it.

alter table api_keys
  -- none: all that a marketplace's backend does
  add column permissions text[],
  -- most requests and events a minute; none: no limit of its own
  add column per_minute integer check (per_minute > 0),
  add column expires_at timestamptz;

-- Beside key_marketplace, which the version before this one still asks.
create function key_owner(key_hash text)
  returns table (marketplace text, id text, name text, permissions text[], per_minute integer)
  language sql stable security definer set search_path = assay as $$
  select k.marketplace, k.id, k.name, k.permissions, k.per_minute from api_keys k
  where k.hash = key_hash and k.revoked_at is null and (k.expires_at is null or k.expires_at > now()) $$;
