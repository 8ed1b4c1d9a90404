-- Pictures that each provider was shown a day, so that a budget holds over all processes and restarts.

create table look_spending (
  marketplace text not null,
  source text not null,
  -- days since 1970, UTC
  day integer not null,
  looks integer not null default 0,
  primary key (marketplace, source, day)
);
alter table look_spending enable row level security;
create policy own_marketplace on look_spending
  using (marketplace = current_setting('assay.marketplace', true)) with check (marketplace = current_setting('assay.marketplace', true));
grant select, insert, update, delete on look_spending to assay_app;
