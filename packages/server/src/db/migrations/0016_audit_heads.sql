-- Signed heads of each marketplace's audit chain. They are exported too: only what is kept elsewhere shows a cut tail.

create table audit_heads (
  marketplace text not null,
  seq bigint not null,
  hash text not null,
  at timestamptz not null,
  -- first 16 hex digits of the SHA-256 of the public key
  key_id text not null,
  -- Ed25519 over the head's canonical JSON, base64
  signature text not null,
  primary key (marketplace, seq, key_id)
);

alter table audit_heads enable row level security;
create policy own_marketplace on audit_heads
  using (marketplace = current_setting('assay.marketplace', true))
  with check (marketplace = current_setting('assay.marketplace', true));
grant select, insert on audit_heads to assay_app;
