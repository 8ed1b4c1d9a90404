export type { Action, AssayEvent, Client, Decision, Problem, SubjectKind, Warning } from "@assay/contract";
export { type ApiErrorCode, AssayApiError, AssayConnectionError } from "./api-error.ts";
export { AssayClient, type SendOptions, type SendResult, type UploadedPicture } from "./client.ts";
export { type EventOptions, event, type KnownEventType, type StateOf } from "./event.ts";
export { verifyWebhook, type WebhookHeaders, WebhookVerificationError } from "./webhook.ts";
