export { Access, csrfHeader, type OpenedSession, sessionCookie, sessionMs } from "./access.ts";
export { type OidcPassage, OidcProvider } from "./oidc.ts";
export { changeUser, ensureAdmin, inviteUser, listUsers } from "./people.ts";
export { keyPermissions, keyScopes, type Permission } from "./permissions.ts";
export { type Principal, requirePermission } from "./principal.ts";
export { Sealer } from "./sealing.ts";
export { apiKeyPrefix, newSecret, secretHash } from "./secrets.ts";
export { isSigned, keyedName, type LinkPurpose, type LinkTarget, readLink, signLink } from "./signed_links.ts";
export {
  changeSettings,
  ensureMarketplace,
  insertKey,
  type KeyRow,
  linkKey,
  listKeys,
  type MarketplaceRow,
  marketplaceById,
  marketplaceIds,
  type NewKey,
  revokeKey,
  setMode,
  updateUser,
  userNames,
} from "./store.ts";
