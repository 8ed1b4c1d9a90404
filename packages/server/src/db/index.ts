export { Database, isConnectionError, type Querier } from "./database.ts";
export { type EmbeddedPostgres, embeddedConnection, startEmbedded } from "./embedded.ts";
export { newId } from "./ids.ts";
export { likePattern } from "./like.ts";
export { migrate } from "./migrate.ts";
