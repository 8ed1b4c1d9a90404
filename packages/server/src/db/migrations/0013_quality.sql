-- The quality programme: samples of what was decided, looked at again by people who are not told what was decided.

create table quality_draws (
  marketplace text not null,
  id text not null,
  -- decisions of a time, or what is live at the moment of the draw
  frame text not null default 'decisions' check (frame in ('decisions', 'live')),
  -- a person's id, or `schedule`
  by text not null,
  at timestamptz not null default now(),
  period_from timestamptz not null,
  period_to timestamptz not null,
  -- how many people look at each
  reviews integer not null,
  -- what it was drawn from and how: the strata with their sizes, and the seed by which it can be drawn again
  strata json not null,
  seed bigint not null,
  primary key (marketplace, id)
);
create index quality_draws_at on quality_draws (marketplace, at desc);

-- One decision that is looked at again; or, golden, one whose answer is known.
create table quality_items (
  marketplace text not null,
  id text not null,
  -- none: golden
  draw text,
  kind text not null,
  subject_id text not null,
  owner text not null,
  decision_id text not null,
  event_id text not null,
  title text not null default '',
  -- what was decided, kept as it was when it was drawn
  outcome text not null,
  reasons text[] not null default '{}',
  decided_by text not null,
  decided_at timestamptz not null,
  rules text[] not null default '{}',
  detectors text[] not null default '{}',
  queue text,
  language text,
  stratum text not null default '',
  population integer not null default 0,
  -- of being drawn, in (0, 1]
  probability double precision not null default 1,
  reviews integer not null,
  state text not null default 'open' check (state in ('open', 'disputed', 'done', 'withdrawn')),
  -- what is held to be right, by whom it was settled (`agreement`, `single`, or the person who adjudicated)
  truth text,
  truth_reasons text[] not null default '{}',
  settled_by text,
  error_type text,
  note text,
  made_at timestamptz not null default now(),
  done_at timestamptz,
  primary key (marketplace, id)
);
create index quality_items_draw on quality_items (marketplace, draw, state);
create index quality_items_decided on quality_items (marketplace, decided_at) where draw is not null;
create index quality_items_golden on quality_items (marketplace, queue) where draw is null;

-- What one person said of one item.
create table quality_reviews (
  marketplace text not null,
  item text not null,
  person text not null,
  role text not null default 'review' check (role in ('review', 'adjudication', 'golden')),
  at timestamptz not null default now(),
  outcome text not null,
  reasons text[] not null default '{}',
  note text,
  -- whether it is what is held to be right; golden items only, said at once
  correct boolean,
  primary key (marketplace, item, person)
);
create index quality_reviews_person on quality_reviews (marketplace, person, at desc);

-- A case of the programme names its item; it looks like another type to those who work it where it is golden.
alter table cases add column quality_item text;
alter table cases add column shown_as text;
-- who may not take it: whoever decided it, or answered it before
alter table cases add column not_for text[] not null default '{}';
-- who has had it before their eyes and is not told elsewhere what was decided, while it is open
alter table cases add column shown_to text[] not null default '{}';
create index cases_blind on cases (marketplace, kind, subject_id) where quality_item is not null and shown_as is null and state <> 'resolved';
create index cases_item on cases (marketplace, quality_item) where quality_item is not null;

do $$
declare t text;
begin
  foreach t in array array['quality_draws', 'quality_items', 'quality_reviews'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
end $$;
