-- How queues are worked. A queue without a row is worked by everybody, without a deadline.

create table queue_settings (
  marketplace text not null,
  queue text not null,
  -- nothing is handed out while it is paused
  paused boolean not null default false,
  -- a case is due so long after it was opened
  due_minutes integer,
  -- who works it; none: everybody
  people text[] not null default '{}',
  -- few may see it: only those people, and whoever holds the permission
  restricted boolean not null default false,
  -- above so many open cases, people of another queue that is empty are given its cases too
  overflow_at integer,
  overflow_to text,
  -- how to judge, shown beside each case
  guidelines text not null default '',
  primary key (marketplace, queue)
);

alter table queue_settings enable row level security;
create policy own_marketplace on queue_settings
  using (marketplace = current_setting('assay.marketplace', true))
  with check (marketplace = current_setting('assay.marketplace', true));
grant select, insert, update, delete on queue_settings to assay_app;

create index cases_subject on cases (marketplace, kind, subject_id);
create index cases_opened on cases (marketplace, queue, opened_at);
create index cases_resolved_queue on cases (marketplace, queue, resolved_at) where state = 'resolved';
