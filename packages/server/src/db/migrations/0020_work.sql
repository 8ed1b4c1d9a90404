-- How people work: what they are given and what not, what they have had before their eyes, and cases that wait for something.

-- How a person works here. Without a row: everything, no cap.
create table work_settings (
  marketplace text not null,
  user_id text not null,
  languages text[] not null default '{}',
  skills text[] not null default '{}',
  topics_out text[] not null default '{}',
  severe_cap integer,
  break_after integer,
  primary key (marketplace, user_id)
);

-- A case that a person has had before them: once each, however often it was opened.
create table case_views (
  marketplace text not null,
  person text not null,
  case_id text not null,
  at timestamptz not null default now(),
  -- 0 to 3, and what it was, as it was known then
  severity integer not null default 0,
  topics text[] not null default '{}',
  primary key (marketplace, person, case_id)
);
create index case_views_at on case_views (marketplace, at);
create index case_views_person on case_views (marketplace, person, at);

alter table cases add column language text;
alter table cases add column topics text[] not null default '{}';
-- what its rule asked for; `priority` grows from it with exposure and age
alter table cases add column base_priority integer;
-- in a queue that is dealt out in turn: whose it is, and since when
alter table cases add column assigned_to text;
alter table cases add column assigned_at timestamptz;
-- out of the queue until then, or until something happens to what it is about
alter table cases add column wait_for text;
alter table cases add column snoozed_at timestamptz;
create index cases_waiting on cases (marketplace, snoozed_at) where wait_for is not null and state <> 'resolved';
create index cases_assigned on cases (marketplace, assigned_to) where assigned_to is not null and state <> 'resolved';
create index cases_opened_all on cases (marketplace, opened_at);
create index cases_due on cases (marketplace, due_at) where due_at is not null;

alter table queue_settings add column skills text[] not null default '{}';
alter table queue_settings add column hand_out text not null default 'pull';
-- golden accuracy that is needed to work it, from so many answers
alter table queue_settings add column certify_accuracy double precision;
alter table queue_settings add column certify_n integer not null default 10;

do $$
declare t text;
begin
  foreach t in array array['work_settings', 'case_views'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
end $$;
