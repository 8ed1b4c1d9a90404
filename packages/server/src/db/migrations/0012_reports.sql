-- Statements, appeals, reports: what people are told of a decision, how they contest it, and what others tell us.

-- What signed links are signed with, one key a marketplace. Made at its first use.
create table link_keys (
  marketplace text primary key,
  key text not null,
  created_at timestamptz not null default now()
);

-- One a decision (an appeal), or one a report that was refused (a complaint).
create table appeals (
  marketplace text not null,
  id text not null,
  -- `appeal` of the person concerned, `complaint` of a reporter
  kind text not null,
  -- the decision that is contested, and its event
  decision_id text not null,
  event_id text not null,
  report_id text,
  subject_kind text not null,
  subject_id text not null,
  -- who contests: an account, or a reporter
  by text not null,
  case_id text not null,
  language text not null,
  text text not null,
  -- pictures, by content hash
  files text[] not null default '{}',
  submitted_at timestamptz not null default now(),
  outcome text check (outcome in ('upheld', 'partly_upheld', 'rejected')),
  decided_at timestamptz,
  decided_by text,
  -- what the person is told beside the reasons
  answer text,
  -- the decision that answers it
  result text,
  -- what was taken back with it, for the undo
  cleared json,
  primary key (marketplace, id)
);
create unique index appeals_once on appeals (marketplace, decision_id) where report_id is null;
create unique index appeals_complaint on appeals (marketplace, report_id) where report_id is not null;
create index appeals_event on appeals (marketplace, event_id);
create index appeals_case on appeals (marketplace, case_id);
create index appeals_result on appeals (marketplace, result) where result is not null;
create index appeals_submitted on appeals (marketplace, submitted_at);
create index appeals_files on appeals using gin (files);

-- What became of each report. What it says stands in its subject (kind `report`); this is what it is worked by.
create table reports (
  marketplace text not null,
  id text not null,
  event_id text not null,
  by text not null,
  -- `notice`, `authority_order`, `product_safety_alert`, `rights_claim`
  type text not null,
  reason text not null,
  -- what it is about; the report itself where that is not known here
  subject_kind text not null,
  subject_id text not null,
  case_id text,
  language text not null,
  trusted boolean not null default false,
  -- share of this reporter's reports that were right, as it was known then
  reliability real not null default 0.5,
  received_at timestamptz not null default now(),
  -- when an authority wants it done
  deadline timestamptz,
  outcome text check (outcome in ('upheld', 'rejected')),
  decided_at timestamptz,
  decided_by text,
  decision_id text,
  -- its outcome was turned around on appeal or complaint
  reversed boolean not null default false,
  primary key (marketplace, id)
);
create index reports_case on reports (marketplace, case_id);
create index reports_by on reports (marketplace, by, received_at desc);
create index reports_subject on reports (marketplace, subject_kind, subject_id);
create index reports_received on reports (marketplace, received_at);
create index reports_decision on reports (marketplace, decision_id) where decision_id is not null;

-- What the Commission's transparency database was told. A decision is told once, under one name.
create table dsa_statements (
  marketplace text not null,
  decision_id text not null,
  puid text not null,
  state text not null default 'pending' check (state in ('pending', 'sent', 'refused')),
  attempts integer not null default 0,
  -- the name that the database gave it
  uuid text,
  -- field errors, where it was refused
  errors json,
  updated_at timestamptz not null default now(),
  primary key (marketplace, decision_id)
);
create unique index dsa_statements_puid on dsa_statements (marketplace, puid);

do $$
declare t text;
begin
  foreach t in array array['link_keys', 'appeals', 'reports', 'dsa_statements'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
end $$;
