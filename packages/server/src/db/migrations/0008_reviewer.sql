-- What became of reviews, for whoever looks after the reviewer: how many of a day failed, and how the last of them did.

alter table reviewer_spending
  add column failures integer not null default 0,
  add column last_error text,
  add column last_error_at timestamptz;
