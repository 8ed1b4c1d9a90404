-- Jobs in another order than they came: who waits for an answer before whoever sends in bulk. Lower goes first.

create function add_job(task text, payload json, job_key text, run_at timestamptz, priority integer) returns void
  language sql security definer set search_path = assay as $$
  select graphile_worker.add_job(task, payload, job_key := job_key, run_at := run_at, max_attempts := 8, priority := priority) $$;
revoke execute on function add_job(text, json, text, timestamptz, integer) from public;
grant execute on function add_job(text, json, text, timestamptz, integer) to assay_app;
