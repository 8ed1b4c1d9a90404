-- Policies that people write: who made a version and who put it in force, drafts with comments, switches, long work over what is stored.

alter table policies
  -- the second person; null for what no person wrote (starter policies, the return to shadow)
  add column approved_by text,
  add column comment text not null default '',
  -- the version that it was made from
  add column base integer,
  add column draft text;

create table policy_drafts (
  marketplace text not null,
  id text not null,
  stage text not null,
  title text not null,
  state text not null default 'editing' check (state in ('editing', 'proposed', 'published', 'discarded')),
  source text not null,
  -- the version in force when it was begun, or brought up to date
  base integer not null,
  -- counts its changes: whoever saves says which one they saw
  revision integer not null default 1,
  -- everybody who changed it; none of them may put it in force
  authors text[] not null,
  created_at timestamptz not null default now(),
  changed_by text not null,
  changed_at timestamptz not null default now(),
  decided_by text,
  decided_at timestamptz,
  -- the version that it became
  version integer,
  primary key (marketplace, id)
);
create index policy_drafts_changed on policy_drafts (marketplace, stage, changed_at desc);

create table policy_comments (
  marketplace text not null,
  id text not null,
  draft text not null,
  -- the rule that it is about; null for the draft as a whole
  rule text,
  author text not null,
  at timestamptz not null default now(),
  text text not null,
  primary key (marketplace, id)
);
create index policy_comments_draft on policy_comments (marketplace, draft, at);

-- What was stopped at once. Kept after its end: a replay needs what stood when it was decided.
create table switches (
  marketplace text not null,
  id text not null,
  -- `rule` (stage/rule), `detector`, or `enforcement` (all)
  kind text not null,
  target text not null,
  reason text not null,
  stopped_by text not null,
  stopped_at timestamptz not null default now(),
  started_by text,
  started_at timestamptz,
  primary key (marketplace, id)
);
create unique index switches_one on switches (marketplace, kind, target) where started_at is null;

-- Backtests, sweeps and reversals: long work with progress, worked by a job.
create table policy_runs (
  marketplace text not null,
  id text not null,
  kind text not null,
  state text not null default 'queued' check (state in ('queued', 'running', 'done', 'failed', 'cancelled')),
  params json not null,
  -- events looked at so far, and how many there are
  done bigint not null default 0,
  total bigint,
  result json,
  problem text,
  created_by text not null,
  created_at timestamptz not null default now(),
  started_at timestamptz,
  finished_at timestamptz,
  cancel_asked boolean not null default false,
  primary key (marketplace, id)
);
create index policy_runs_created on policy_runs (marketplace, created_at desc);

-- What a run did or would do to each subject, in the order in which it is worked.
create table policy_run_items (
  marketplace text not null,
  run text not null,
  seq integer not null,
  kind text not null,
  subject_id text not null,
  event_id text not null,
  decision_id text,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'left')),
  -- what was done, or why it was left alone
  note text not null default '',
  primary key (marketplace, run, seq)
);
create index policy_run_items_waiting on policy_run_items (marketplace, run, seq) where state = 'waiting';

-- Cases that rules with a budget have opened, by UTC day.
create table rule_days (
  marketplace text not null,
  rule text not null,
  day date not null,
  cases integer not null default 0,
  primary key (marketplace, rule, day)
);

-- What a person said of a match that was drawn at random: the base of a rule's precision.
create table rule_samples (
  marketplace text not null,
  id text not null,
  rule text not null,
  drawn_at timestamptz not null default now(),
  drawn_by text not null,
  -- matches that it was drawn from
  population bigint not null,
  since timestamptz not null,
  primary key (marketplace, id)
);
create index rule_samples_rule on rule_samples (marketplace, rule, drawn_at desc);

create table rule_sample_items (
  marketplace text not null,
  sample text not null,
  decision_id text not null,
  kind text not null,
  subject_id text not null,
  event_id text not null,
  seq integer not null,
  -- whether the rule was right
  right_ boolean,
  labelled_by text,
  labelled_at timestamptz,
  primary key (marketplace, sample, decision_id)
);

do $$
declare t text;
begin
  foreach t in array array['policy_drafts', 'policy_comments', 'switches', 'policy_runs', 'policy_run_items', 'rule_days', 'rule_samples', 'rule_sample_items'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
end $$;
