-- The desk: playbooks that were run, and what of them waits for a second person.

create table playbook_runs (
  marketplace text not null,
  id text not null,
  playbook text not null,
  case_id text not null,
  account text not null,
  by text not null,
  at timestamptz not null default now(),
  undo_until timestamptz not null,
  undone_at timestamptz,
  -- what was done: effects as they were shown, and what an undo puts back
  effects json not null,
  done json not null,
  primary key (marketplace, id)
);
create index playbook_runs_case on playbook_runs (marketplace, case_id);

create table confirmations (
  marketplace text not null,
  id text not null,
  run text not null,
  case_id text not null,
  playbook text not null,
  step text not null,
  account text not null,
  reason text not null,
  -- the decision that asked; what is confirmed hangs on its subject where the account itself was never sent
  decision_id text not null,
  state text not null default 'pending' check (state in ('pending', 'confirmed', 'declined', 'withdrawn')),
  asked_by text not null,
  asked_at timestamptz not null default now(),
  open_from timestamptz not null,
  decided_by text,
  decided_at timestamptz,
  note text,
  primary key (marketplace, id)
);
create index confirmations_pending on confirmations (marketplace, asked_at) where state = 'pending';
create index confirmations_account on confirmations (marketplace, account, asked_at desc);

-- open orders in which an account is the seller: `counterpart` of an order is its seller
create index events_order_seller on events (marketplace, counterpart, at) where kind = 'order';

do $$
declare t text;
begin
  foreach t in array array['playbook_runs', 'confirmations'] loop
    execute format('alter table %I enable row level security', t);
    execute format(
      'create policy own_marketplace on %I using (marketplace = current_setting(''assay.marketplace'', true)) with check (marketplace = current_setting(''assay.marketplace'', true))', t);
    execute format('grant select, insert, update, delete on %I to assay_app', t);
  end loop;
end $$;
