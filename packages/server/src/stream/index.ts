export { type Broker, connectBroker } from "./broker.ts";
export { EventConsumer } from "./consume.ts";
export { publishAction } from "./publish.ts";
