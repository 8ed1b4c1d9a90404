export { Access, type Credentials, csrfHeader, sessionCookie, sessionMs } from "./access.ts";
export { changeUser, ensureAdmin, type Invitation, inviteUser, listUsers } from "./people.ts";
export { type Permission, permissions, permissionsOf, rolePermissions } from "./permissions.ts";
export { type Principal, requirePermission } from "./principal.ts";
export { apiKeyPrefix, newSecret, secretHash } from "./secrets.ts";
export {
  ensureMarketplace,
  insertKey,
  type KeyRow,
  listKeys,
  type MarketplaceRow,
  marketplaceById,
  revokeKey,
  updateUser,
  userNames,
} from "./store.ts";
