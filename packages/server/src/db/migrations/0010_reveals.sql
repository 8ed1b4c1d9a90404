-- What a person was let see of somebody's personal data, or of a private conversation: for which purpose, and until when.

create table reveals (
  marketplace text not null,
  id text not null,
  person text not null,
  what text not null default 'account' check (what in ('account', 'conversation')),
  target text not null,
  purpose text not null,
  at timestamptz not null default now(),
  until timestamptz not null,
  primary key (marketplace, id)
);
create index reveals_of_person on reveals (marketplace, person, until desc);

alter table reveals enable row level security;
create policy own_marketplace on reveals using (marketplace = current_setting('assay.marketplace', true))
  with check (marketplace = current_setting('assay.marketplace', true));
grant select, insert, update, delete on reveals to assay_app;
