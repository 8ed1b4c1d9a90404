-- Filters of queues that people keep, for themselves or for everybody.

create table saved_filters (
  marketplace text not null,
  id text not null,
  owner text not null,
  name text not null,
  shared boolean not null default false,
  -- the parameters of GET /v1/cases
  filter json not null,
  at timestamptz not null default now(),
  primary key (marketplace, id)
);
create index saved_filters_owner on saved_filters (marketplace, owner, name);

alter table saved_filters enable row level security;
create policy own_marketplace on saved_filters
  using (marketplace = current_setting('assay.marketplace', true))
  with check (marketplace = current_setting('assay.marketplace', true));
grant select, insert, update, delete on saved_filters to assay_app;
