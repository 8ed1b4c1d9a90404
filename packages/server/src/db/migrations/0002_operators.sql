-- Lists whose entries are looked for in texts: what each entry is, where it came from, and versions, so that every process
-- takes over a change by reading what changed, and a decision can be replayed with exactly the entries it was taken with.

create table list_versions (
  marketplace text primary key,
  -- counts changes; the row's lock puts them in order
  version bigint not null
);

alter table list_entries
  add column kind text not null default 'value',
  add column source text,
  add column note text,
  add column added_version bigint not null default 0,
  add column removed_version bigint,
  add column removed_by text;
update list_entries set kind = 'domain' where list in ('bad_domains', 'good_domains');
update list_entries set removed_version = 0 where removed_at is not null;
alter table list_entries drop constraint list_entries_pkey;
alter table list_entries add primary key (marketplace, list, kind, value, added_at);
create index list_entries_changed on list_entries (marketplace, greatest(added_version, coalesce(removed_version, 0)));
create index list_entries_newest on list_entries (marketplace, list, added_at desc, kind, value) where removed_at is null;

alter table list_versions enable row level security;
create policy own_marketplace on list_versions
  using (marketplace = current_setting('assay.marketplace', true)) with check (marketplace = current_setting('assay.marketplace', true));
grant select, insert, update, delete on list_versions to assay_app;

-- What a reviewer by language model was asked today, so that a budget holds over all processes and restarts.

create table reviewer_spending (
  marketplace text not null,
  -- days since 1970, UTC
  day integer not null,
  reviews integer not null default 0,
  tokens bigint not null default 0,
  primary key (marketplace, day)
);
alter table reviewer_spending enable row level security;
create policy own_marketplace on reviewer_spending
  using (marketplace = current_setting('assay.marketplace', true)) with check (marketplace = current_setting('assay.marketplace', true));
grant select, insert, update, delete on reviewer_spending to assay_app;
