-- A second factor (TOTP), log-in by an identity provider (OIDC), and how each session was opened.

alter table users
  -- sealed with the installation's key; in force once a code of it was given
  add column totp_pending text,
  add column totp_secret text,
  -- the newest 30-second step whose code was used: a code works once
  add column totp_step bigint not null default 0,
  -- SHA-256 of codes for who lost the device; each is taken out as it is used
  add column recovery_hashes text[] not null default '{}',
  -- who the identity provider says it is: issuer and subject
  add column oidc_subject text unique;

alter table sessions add column opened_by text not null default 'password';

-- Beside session_of, which the version before this one still asks.
create function session_owner(session_hash text) returns table (marketplace text, user_id text, opened_by text)
  language sql stable security definer set search_path = assay as $$
  select s.marketplace, s.user_id, s.opened_by from sessions s where s.hash = session_hash and s.expires_at > now() $$;
revoke execute on function session_owner(text) from public;
grant execute on function session_owner(text) to assay_app;
