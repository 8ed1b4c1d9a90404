/** Fragment of the one write (`ok`): what the marketplace is to be told stands in the same transaction as the decision. */
export const writeFragments = {
  actions: `x as (
    insert into actions (marketplace, id, decision_id, payload, created_at, next_attempt_at)
    select $1, action_id, decision_id, action, decided_at, decided_at from ok where action_id is not null)`,
};
