/** Who may do what: one table from roles to permissions, and one set for API keys. */
import type { Role } from "@assay/contract";

/** Every permission, with what it opens. Routes declare one each. */
const permissions = {
  "desk.use": "log in to the desk and see who one is",
  "event.send": "send events",
  "picture.send": "upload pictures",
  "event.read": "read events, subjects, accounts and decisions, and try an event without storing it",
  "case.read": "read queues and cases",
  "case.resolve": "work cases: claim, decide, undo, snooze, move, escalate, note, label",
  "case.restricted": "see quarantined cases and what they are about",
  "case.confirm": "say yes or no to bans and payout holds that somebody else asked for",
  "case.assign": "release a case that another person holds",
  "personal.reveal": "be shown masked personal data or a private conversation for a purpose that is logged",
  "link.write": "say which accounts belong together and which do not",
  "policy.read": "read policies, reasons and lists",
  "policy.propose": "write policies and propose them",
  "policy.approve": "put policies in force that others wrote",
  "policy.stop": "stop rules, detectors and all enforcement, undo what a rule did, take down what a sweep found",
  "policy.write": "change settings",
  "list.write": "add to lists and take out of them",
  "bank.read": "read banks of known pictures",
  "bank.write": "add to banks of known pictures, and remove from them",
  "action.read": "read actions and follow them as they are delivered",
  "webhook.manage": "manage webhook endpoints and send actions again",
  "user.manage": "invite people and give them roles",
  "key.manage": "make and revoke API keys",
  "audit.read": "read and verify the audit log",
  "quality.read": "read the numbers of rules and queues",
  "statement.push": "tell the Commission's transparency database of what was decided",
  "quality.manage": "draw samples, keep golden items, settle disagreements, read each person's figures",
} as const;
export type Permission = keyof typeof permissions;

/** What everybody at the desk may do; uploads are for trying things out. */
const reading = [
  "desk.use",
  "event.read",
  "picture.send",
  "case.read",
  "policy.read",
  "bank.read",
  "quality.read",
] as const;

export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  moderator: [...reading, "case.resolve", "personal.reveal", "link.write"],
  lead: [
    ...reading,
    "case.resolve",
    "case.confirm",
    "case.assign",
    "personal.reveal",
    "policy.propose",
    "policy.approve",
    "policy.stop",
    "quality.manage",
    "link.write",
    "bank.write",
    "list.write",
    "action.read",
    "audit.read",
    "statement.push",
  ],
  policy_manager: [
    ...reading,
    "policy.propose",
    "policy.approve",
    "policy.stop",
    "policy.write",
    "bank.write",
    "list.write",
    "action.read",
  ],
  analyst: [...reading, "policy.propose", "personal.reveal", "link.write", "action.read"],
  auditor: [...reading, "action.read", "audit.read"],
  admin: Object.keys(permissions) as Permission[],
};

/** What a marketplace's own backend does: send, read what became of it, receive, keep its lists and banks. People's work is not done by key. */
export const keyPermissions = [
  "event.send",
  "event.read",
  "picture.send",
  "case.read",
  "policy.read",
  "policy.propose",
  "list.write",
  "bank.read",
  "bank.write",
  "action.read",
  "webhook.manage",
] as const satisfies readonly Permission[];

/** What a key may be given: never people's work, nor the making of people and keys. */
export const keyScopes = [
  ...keyPermissions,
  "audit.read",
  "quality.read",
  "statement.push",
] as const satisfies readonly Permission[];

/** @param scopes as stored; one that this version does not know gives nothing. Nothing: all that a backend does */
export function permissionsOfKey(scopes: readonly string[] | null): ReadonlySet<Permission> {
  return new Set(scopes ? keyScopes.filter((scope) => scopes.includes(scope)) : keyPermissions);
}

/** @param roles as stored; one that this version does not know gives nothing */
export function permissionsOf(roles: readonly string[]): ReadonlySet<Permission> {
  const known: Readonly<Record<string, readonly Permission[]>> = rolePermissions;
  return new Set(roles.flatMap((role) => (Object.hasOwn(known, role) ? known[role]! : [])));
}
