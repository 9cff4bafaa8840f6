// What systemd wants to hear, and what it hands over: sockets that it holds open for us.
//
// Node has no datagram socket of the unix kind, which sd_notify(3) is made of, and we install no
// compiled add-on. So systemd's own program `systemd-notify` says it for us; it is wherever
// systemd is. Being another process it needs NotifyAccess=all in the unit.

import { execFile } from "node:child_process";
import { err, ok, type Result } from "../base/result.ts";
import { second } from "../base/units.ts";

type Environment = Readonly<Record<string, string | undefined>>;

export interface Notifier {
  /** Such as `READY=1`. Resolves when it is said, or could not be said. */
  notify(...states: readonly string[]): Promise<void>;
  /** Says `WATCHDOG=1` from the event loop as often as asked for, until the answer is called. */
  beat(): () => void;
}

const sayingMs = 5 * second;

/** Says nothing where nobody listens. `failed` hears the first failure only. */
export function makeNotifier(environment: Environment, failed: (why: string) => void): Notifier {
  const { NOTIFY_SOCKET, WATCHDOG_USEC, WATCHDOG_PID } = environment;
  let told = false;

  function notify(...states: readonly string[]): Promise<void> {
    if (!NOTIFY_SOCKET) return Promise.resolve();
    return new Promise((resolve) => {
      const options = { env: { ...environment }, timeout: sayingMs };
      execFile("systemd-notify", [...states], options, (error) => {
        if (error !== null && !told) failed(error.message.trim());
        told ||= error !== null;
        resolve();
      });
    });
  }

  return {
    notify,
    beat() {
      const everyMs = Number(WATCHDOG_USEC) / 1000 / 2;
      const forUs = WATCHDOG_PID === undefined || Number(WATCHDOG_PID) === process.pid;
      if (!NOTIFY_SOCKET || !(everyMs > 0) || !forUs) return () => undefined;
      const beating = setInterval(() => void notify("WATCHDOG=1"), everyMs);
      return () => clearInterval(beating);
    },
  };
}

/** File descriptors of sockets that listen already. */
export interface InheritedSockets {
  readonly gate: number | undefined;
  readonly admin: number | undefined;
}

/** The first descriptor that is handed over (sd_listen_fds(3)). */
const firstDescriptor = 3;

/**
 * Which is which is told by FileDescriptorName (`gate`, `admin`), else by the order: the gate's
 * comes first. None where they are meant for another process.
 */
export function inheritedSockets(
  { LISTEN_PID, LISTEN_FDS, LISTEN_FDNAMES }: Environment,
  pid: number,
): Result<InheritedSockets, string> {
  const count = Number(LISTEN_FDS ?? 0);
  if (Number(LISTEN_PID) !== pid || !(count > 0)) return ok({ gate: undefined, admin: undefined });
  if (count > 2) return err(`${count} sockets were handed over: one for the gate, one for admin`);
  const names = (LISTEN_FDNAMES ?? "").split(":").slice(0, count);
  const isNamed = names.includes("gate") || names.includes("admin");
  const order = isNamed ? names : ["gate", "admin"].slice(0, count);
  const of = (name: string) => {
    const index = order.indexOf(name);
    return index < 0 ? undefined : firstDescriptor + index;
  };
  return ok({ gate: of("gate"), admin: of("admin") });
}
