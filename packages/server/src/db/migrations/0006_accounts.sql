-- What is known of accounts: traces of who is behind each, identifiers that they share, and who belongs with whom.

-- One short row for each event that says something about the person behind an account. `trait` is made by us
-- (detectors/src/account/trail.ts), so that it may be looked into.
create table trail (
  marketplace text not null,
  account text not null,
  kind text not null,
  at timestamptz not null,
  event_id text not null,
  trait json not null,
  primary key (marketplace, account, kind, at, event_id)
);

-- Phones, devices, payout accounts …, normalised; one row for each account that a value was seen with.
create table identifiers (
  marketplace text not null,
  kind text not null,
  value text not null,
  account text not null,
  first_at timestamptz not null,
  primary key (marketplace, kind, value, account)
);
create index identifiers_account on identifiers (marketplace, account, kind, first_at desc);

-- Two accounts that belong together, a < b: because of what they share, or because a person said so. A person's word stays.
create table links (
  marketplace text not null,
  a text not null,
  b text not null,
  -- 0 to 1
  weight real not null,
  shared text[] not null default '{}',
  state text not null default 'found' check (state in ('found', 'joined', 'parted')),
  by text,
  note text,
  at timestamptz not null default now(),
  primary key (marketplace, a, b)
);
create index links_b on links (marketplace, b);

-- The connected components of `links`, kept as links come and go. An account without links has no row.
create table components (
  marketplace text not null,
  account text not null,
  component text not null,
  primary key (marketplace, account)
);
create index components_members on components (marketplace, component, account);

do $$
declare t text;
begin
  foreach t in array array['trail', 'identifiers', 'links', 'components']
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
end $$;
