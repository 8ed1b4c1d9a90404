-- The first schema. Run as the owner in schema `assay`; the server works as `assay_app`, which row-level security binds.
-- Texts from outside stand in json columns (they keep \u0000 and lone surrogates); text columns hold cleaned copies.

create table marketplaces (
  id text primary key,
  name text not null,
  mode text not null default 'live' check (mode in ('live', 'shadow')),
  settings json not null default '{}',
  created_at timestamptz not null default now()
);

-- intake

create table events (
  marketplace text not null,
  id text not null,
  type text not null,
  kind text not null,
  subject_id text not null,
  revision integer,
  owner text not null,
  at timestamptz not null,
  received_at timestamptz not null default now(),
  mode text not null,
  body_hash text not null,
  body json not null,
  -- to recognise the subject by: its title, or the first 500 characters of its text, cleaned one for one (indices hold)
  title text not null default '',
  conversation text,
  counterpart text,
  incumbent_outcome text,
  primary key (marketplace, id)
);
create index events_subject on events (marketplace, kind, subject_id, at);
create index events_owner on events (marketplace, owner, kind, at);
create index events_conversation on events (marketplace, conversation, at) where conversation is not null;
create index events_received on events (marketplace, received_at desc, id);

create table subjects (
  marketplace text not null,
  kind text not null,
  id text not null,
  owner text not null,
  revision integer,
  event_id text not null,
  state json not null,
  title text not null default '',
  at timestamptz not null,
  created_at timestamptz not null,
  ended boolean not null default false,
  decision_id text,
  outcome text,
  visibility text,
  -- the last approved state, its event and the time of that event
  approved json,
  approved_event text,
  approved_revision integer,
  approved_at timestamptz,
  primary key (marketplace, kind, id)
);
create index subjects_owner on subjects (marketplace, owner, kind, created_at);

-- Counts every event of an owner: a commit that finds another number than was read decides again.
create table owner_activity (
  marketplace text not null,
  owner text not null,
  seq bigint not null,
  first_at timestamptz not null,
  primary key (marketplace, owner)
);

-- history: prices of listings as they were last approved or published

create table comparables (
  marketplace text not null,
  listing text not null,
  seller text not null,
  category text not null,
  currency text not null,
  amount double precision not null,
  title text not null,
  brand text,
  condition text,
  at timestamptz not null,
  primary key (marketplace, listing)
);
create index comparables_group on comparables (marketplace, category, currency, at desc);

-- decisions

create table decisions (
  marketplace text not null,
  id text not null,
  event_id text not null,
  kind text not null,
  subject_id text not null,
  revision integer,
  owner text not null,
  -- the event's time; history is read as of it
  at timestamptz not null,
  mode text not null,
  outcome text not null,
  visibility text not null,
  -- false once a newer decision on the same event stands in its place
  standing boolean not null default true,
  reason_codes text[] not null default '{}',
  rules text[] not null default '{}',
  -- the answer as it was given: reasons, signals, restrictions, pending, cases
  answer json not null,
  -- what it was decided from, for replay: history values, measurements, policy versions
  basis json,
  decided_by text not null,
  decided_at timestamptz not null default now(),
  effective_at timestamptz not null default now(),
  undone_at timestamptz,
  took_ms real not null default 0,
  primary key (marketplace, id)
);
create index decisions_event on decisions (marketplace, event_id, decided_at);
create index decisions_subject on decisions (marketplace, kind, subject_id, at desc);
create index decisions_time on decisions (marketplace, decided_at desc);
create index decisions_owner_refused on decisions (marketplace, owner, at) where outcome = 'refuse' and standing;

-- measure

create table pictures (
  marketplace text not null,
  -- the address that the marketplace gave, or the content hash of an upload
  ref text not null,
  content text,
  problem text,
  mime text,
  width integer,
  height integer,
  at timestamptz not null default now(),
  primary key (marketplace, ref)
);

create table measurements (
  marketplace text not null,
  content text not null,
  measurement text not null,
  version integer not null,
  value json,
  reason text,
  at timestamptz not null default now(),
  primary key (marketplace, content, measurement)
);

create table bank_entries (
  marketplace text not null,
  id text not null,
  bank text not null,
  label text not null,
  hash bit(256) not null,
  added_by text not null,
  added_at timestamptz not null default now(),
  primary key (marketplace, id)
);
create unique index bank_entries_hash on bank_entries (marketplace, bank, hash);

-- policies

create table policies (
  marketplace text not null,
  stage text not null,
  version integer not null,
  source text not null,
  author text not null,
  created_at timestamptz not null default now(),
  primary key (marketplace, stage, version)
);

create table list_entries (
  marketplace text not null,
  list text not null,
  value text not null,
  reason text,
  added_by text not null,
  added_at timestamptz not null default now(),
  expires_at timestamptz,
  -- kept after its end: a replay needs the list as it was
  removed_at timestamptz,
  primary key (marketplace, list, value, added_at)
);

-- cases

create table cases (
  marketplace text not null,
  id text not null,
  type text not null,
  queue text not null,
  state text not null default 'open' check (state in ('open', 'snoozed', 'resolved')),
  priority integer not null,
  kind text not null,
  subject_id text not null,
  revision integer,
  owner text not null,
  title text not null,
  reasons json not null,
  decision_id text not null,
  event_id text not null,
  opened_at timestamptz not null default now(),
  due_at timestamptz,
  -- a held subject whose measurement does not come: shown to people from then on
  visible_at timestamptz not null default now(),
  snoozed_until timestamptz,
  claimed_by text,
  claimed_until timestamptz,
  resolved_at timestamptz,
  resolved_by text,
  resolution json,
  undo_until timestamptz,
  primary key (marketplace, id)
);
create unique index cases_one_open on cases (marketplace, kind, subject_id, type) where state <> 'resolved';
create index cases_work on cases (marketplace, queue, priority desc, opened_at, id) where state <> 'resolved';
create index cases_work_all on cases (marketplace, priority desc, opened_at, id) where state <> 'resolved';
create index cases_owner on cases (marketplace, owner);
create index cases_resolved on cases (marketplace, resolved_at desc) where state = 'resolved';

create table notes (
  marketplace text not null,
  id text not null,
  case_id text,
  account text not null,
  author text not null,
  at timestamptz not null default now(),
  text text not null,
  primary key (marketplace, id)
);
create index notes_account on notes (marketplace, account, at desc);

create table labels (
  marketplace text not null,
  id text not null,
  kind text not null,
  subject_id text not null,
  decision_id text not null,
  about text not null,
  value text not null,
  by text not null,
  at timestamptz not null default now(),
  primary key (marketplace, id)
);
create index labels_decision on labels (marketplace, decision_id);

-- actions: the outbox

create table webhook_endpoints (
  marketplace text not null,
  id text not null,
  url text not null,
  -- newest first; the older ones sign too until they lapse
  secrets json not null,
  enabled boolean not null default true,
  disabled_reason text,
  created_at timestamptz not null default now(),
  primary key (marketplace, id)
);

create table actions (
  marketplace text not null,
  id text not null,
  decision_id text not null,
  payload json not null,
  state text not null default 'pending' check (state in ('pending', 'delivered', 'dead', 'cancelled')),
  attempts integer not null default 0,
  -- endpoints that have answered 2xx
  delivered_to text[] not null default '{}',
  last_error text,
  created_at timestamptz not null default now(),
  next_attempt_at timestamptz not null default now(),
  delivered_at timestamptz,
  primary key (marketplace, id)
);
create index actions_due on actions (next_attempt_at) where state = 'pending';
create index actions_decision on actions (marketplace, decision_id);
create index actions_created on actions (marketplace, created_at desc);

-- access

create table api_keys (
  marketplace text not null,
  id text not null,
  name text not null,
  hash text not null unique,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  primary key (marketplace, id)
);

-- a person may work for several marketplaces
create table users (
  id text primary key,
  email text not null unique,
  name text not null,
  language text not null default 'en',
  password_hash text,
  disabled boolean not null default false,
  created_at timestamptz not null default now()
);

create table memberships (
  marketplace text not null,
  user_id text not null,
  roles text[] not null,
  primary key (marketplace, user_id)
);

create table sessions (
  hash text primary key,
  marketplace text not null,
  user_id text not null,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null
);

create table login_links (
  hash text primary key,
  marketplace text not null,
  user_id text not null,
  expires_at timestamptz not null,
  used_at timestamptz
);

-- audit: append-only, hash-chained per marketplace

create table audit_log (
  marketplace text not null,
  seq bigint not null,
  at timestamptz not null default now(),
  actor text not null,
  what text not null,
  subject text not null default '',
  details json not null default '{}',
  previous_hash text not null,
  hash text not null,
  primary key (marketplace, seq)
);

-- who may see what

do $$
declare t text;
begin
  grant usage on schema assay to assay_app;
  for t in select c.table_name from information_schema.columns c
           where c.table_schema = 'assay' and c.column_name = 'marketplace'
  loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
  revoke update, delete on audit_log from assay_app;
  -- users belong to no marketplace; marketplaces are the tenants themselves
  grant select, insert, update on users to assay_app;
  grant select, insert, update on marketplaces to assay_app;
end $$;

-- What has to be known before the marketplace is: who a key, a session, a link belongs to; and where work is due.
-- Each answers by a secret's hash, or names marketplaces only.

create function key_marketplace(key_hash text) returns table (marketplace text, id text, name text)
  language sql stable security definer set search_path = assay as $$
  select k.marketplace, k.id, k.name from api_keys k where k.hash = key_hash and k.revoked_at is null $$;

create function session_of(session_hash text) returns table (marketplace text, user_id text, expires_at timestamptz)
  language sql stable security definer set search_path = assay as $$
  select s.marketplace, s.user_id, s.expires_at from sessions s where s.hash = session_hash and s.expires_at > now() $$;

create function use_login_link(link_hash text) returns table (marketplace text, user_id text)
  language sql security definer set search_path = assay as $$
  update login_links l set used_at = now()
  where l.hash = link_hash and l.used_at is null and l.expires_at > now()
  returning l.marketplace, l.user_id $$;

create function marketplaces_of(member text) returns table (marketplace text)
  language sql stable security definer set search_path = assay as $$
  select m.marketplace from memberships m where m.user_id = member order by 1 $$;

create function marketplaces_with_due_actions() returns table (marketplace text)
  language sql stable security definer set search_path = assay as $$
  select distinct a.marketplace from actions a where a.state = 'pending' and a.next_attempt_at <= now() $$;

-- jobs: graphile-worker's tables belong to the owner

create function add_job(task text, payload json, job_key text, run_at timestamptz) returns void
  language sql security definer set search_path = assay as $$
  select graphile_worker.add_job(task, payload, job_key := job_key, run_at := run_at, max_attempts := 8) $$;

revoke execute on all functions in schema assay from public;
grant execute on all functions in schema assay to assay_app;
