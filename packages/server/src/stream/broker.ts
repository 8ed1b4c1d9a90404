/** The connection to NATS JetStream. PostgreSQL is the record; the broker is transport, and everything on it can come twice. */
import {
  type JetStreamClient,
  type JetStreamManager,
  jetstream,
  jetstreamManager,
  RetentionPolicy,
  StorageType,
} from "@nats-io/jetstream";
import { connect, type NatsConnection, nanos } from "@nats-io/transport-node";
import { answerStream, deadStream, eventStream } from "./subjects.ts";

/** How long the broker keeps what was acknowledged, in ms; and the span in which it drops what is published twice. */
const keptMs = 7 * 24 * 3_600_000;
const duplicatesMs = 10 * 60_000;

export interface BrokerOptions {
  /** `nats://host:port`, several separated by commas. */
  url: string;
  /** Copies of each stream in a cluster: 1, 3 or 5. */
  replicas: number;
}

export interface Broker {
  connection: NatsConnection;
  client: JetStreamClient;
  manager: JetStreamManager;
  close(): Promise<void>;
}

/** Connects, for as long as it takes, and makes the streams that are not there. Streams that are there stay as they are. */
export async function connectBroker({ url, replicas }: BrokerOptions): Promise<Broker> {
  const connection = await connect({
    servers: url.split(",").map((server) => server.trim()),
    name: "assay",
    maxReconnectAttempts: -1,
    reconnectTimeWait: 250,
    waitOnFirstConnect: true,
    ignoreAuthErrorAbort: true,
  });
  const manager = await jetstreamManager(connection);
  for (const { name, subjects } of [eventStream, answerStream, deadStream]) {
    const there = await manager.streams.info(name).catch(() => undefined);
    if (there) continue;
    await manager.streams.add({
      name,
      subjects: [...subjects],
      retention: RetentionPolicy.Limits,
      storage: StorageType.File,
      num_replicas: replicas,
      max_age: nanos(keptMs),
      duplicate_window: nanos(duplicatesMs),
    });
  }
  return { connection, client: jetstream(connection), manager, close: () => connection.drain() };
}
