// A gate and the servers that it is measured beside, each a process of its own.

import { type ChildProcess, fork, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { SocketAddress } from "../../base/socket-address.ts";
import type { BareGateTask } from "./bare-gate.ts";
import { cpuTimeOf } from "./cpu-time.ts";
import type { GateHouseTask } from "./gate-house.ts";

export interface Running {
  readonly address: SocketAddress;
  /** Microseconds so far, where the system tells. */
  cpuTime(): number | undefined;
  stop(): Promise<void>;
}

export function startHomeStub(): Promise<Running> {
  return startScript("home-stub.ts");
}

/** `keys` in PEM, by key id. */
export function startBareGate(
  upstream: SocketAddress,
  keys: Readonly<Record<string, string>>,
): Promise<Running> {
  return startScript("bare-gate.ts", { upstream: urlOf(upstream), keys });
}

/** The gate itself; its stores are in `state`. */
export function startGateHouse(
  upstream: SocketAddress,
  about: Omit<GateHouseTask, "upstream">,
): Promise<Running> {
  return startScript("gate-house.ts", { ...about, upstream: urlOf(upstream) });
}

type Task = BareGateTask | GateHouseTask;

/** A script that listens on loopback and sends its parent the address. */
async function startScript(name: string, task?: Task): Promise<Running> {
  const child = fork(new URL(name, import.meta.url));
  if (task !== undefined) child.send(task);
  const { port } = await new Promise<AddressInfo>((resolve, reject) => {
    child.once("message", (address) => resolve(address as AddressInfo));
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}`)));
  });
  const address = { kind: "tcp", host: "127.0.0.1", port } as const;
  return { address, cpuTime: () => cpuTimeOf(child.pid ?? 0), stop: () => end(child) };
}

/** Undefined where nginx is not installed. One worker: a gate has one, too. */
export async function startNginx(upstream: SocketAddress): Promise<Running | undefined> {
  if (spawnSync("nginx", ["-v"]).error !== undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), "bench-nginx-"));
  const port = await freePort();
  await writeFile(join(folder, "nginx.conf"), nginxFile(port, upstream));
  const options = ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"];
  const child = spawn("nginx", options, { stdio: ["ignore", "ignore", "inherit"] });
  await untilListening(port, child);
  return {
    address: { kind: "tcp", host: "127.0.0.1", port },
    cpuTime: () => cpuTimeOf(child.pid ?? 0),
    async stop() {
      await end(child);
      await rm(folder, { recursive: true });
    },
  };
}

function nginxFile(port: number, upstream: SocketAddress): string {
  const home = upstream.kind === "unix" ? `unix:${upstream.path}` : `127.0.0.1:${upstream.port}`;
  return `
daemon off; worker_processes 1; pid nginx.pid; error_log stderr error;
events { worker_connections 1024; }
http {
  access_log off;
  client_body_buffer_size 1m; client_body_temp_path body; proxy_temp_path proxy;
  fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
  upstream home { server ${home}; keepalive 64; }
  server {
    listen 127.0.0.1:${port}; keepalive_requests 1000000;
    location / {
      proxy_pass http://home; proxy_http_version 1.1;
      proxy_set_header Connection ""; proxy_set_header Host $host;
    }
  }
}
`;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

async function untilListening(port: number, child: ChildProcess): Promise<void> {
  while (!(await accepts(port))) {
    if (child.exitCode !== null) throw new Error(`nginx ended with ${child.exitCode}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGTERM");
  await once(child, "exit");
}

function urlOf(address: SocketAddress): string {
  if (address.kind === "unix") throw new Error("the bare gate speaks TCP only");
  return `http://${address.host}:${address.port}`;
}
