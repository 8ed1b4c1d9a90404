/** A NATS cluster of the test's own: real servers on loopback, JetStream in a throwaway folder. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The server's binary, from Debian's package `nats-server`; undefined where there is none. */
export const natsBinary = [...(process.env.PATH ?? "").split(":"), "/usr/sbin", "/usr/local/bin"]
  .map((folder) => join(folder, "nats-server"))
  .find((path) => existsSync(path));

export interface NatsCluster {
  /** Every server's address, by commas. */
  url: string;
  /** kill -9 on one of them. */
  kill(index: number): Promise<void>;
  /** Starts a killed one again. */
  restart(index: number): Promise<void>;
  stop(): Promise<void>;
}

/** @param size 1 for a single server */
export async function startNats(size: number): Promise<NatsCluster> {
  if (!natsBinary) throw new Error("there is no nats-server: apt-get install nats-server");
  const binary = natsBinary;
  const folder = mkdtempSync(join(tmpdir(), "assay-nats-"));
  const ports = await freePorts(size * 2);
  const routes = ports.slice(size).map((port) => `nats://127.0.0.1:${port}`);
  const children: (ChildProcess | undefined)[] = [];
  const start = (index: number) => {
    const cluster =
      size > 1
        ? `cluster { name: c, listen: "127.0.0.1:${ports[size + index]}", routes: ${JSON.stringify(routes)} }`
        : "";
    const file = join(folder, `${index}.conf`);
    writeFileSync(
      file,
      `server_name: n${index}\nlisten: "127.0.0.1:${ports[index]}"\njetstream { store_dir: ${JSON.stringify(join(folder, String(index)))} }\n${cluster}\n`,
    );
    children[index] = spawn(binary, ["-c", file], { stdio: "ignore" });
  };
  for (let index = 0; index < size; index++) start(index);
  await sleep(size > 1 ? 2500 : 300);
  const end = async (index: number) => {
    const child = children[index];
    children[index] = undefined;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
  };
  return {
    url: ports
      .slice(0, size)
      .map((port) => `nats://127.0.0.1:${port}`)
      .join(","),
    kill: end,
    async restart(index) {
      start(index);
    },
    async stop() {
      await Promise.all(children.map((_child, index) => end(index)));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from({ length: count }, async () => {
      const server = createServer();
      await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
      return server;
    }),
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
