export { ActionDelivery, type DeliveryOptions, type Receiver } from "./delivery.ts";
export { addEndpoint, rotateEndpoint, switchEndpoint } from "./endpoints.ts";
export type { DeliveryResult } from "./send.ts";
export {
  actionCounts,
  actionsOf,
  feedAfter,
  feedEnd,
  listActions,
  resend,
} from "./store/delivery.ts";
export { deleteEndpoint, endpointOf, listEndpoints } from "./store/endpoints.ts";
export { writeFragments } from "./store/outbox.ts";
export { cancelAction, insertAction } from "./store/pending.ts";
