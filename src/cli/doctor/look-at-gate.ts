// Does a gate run here, is it the only one, and does it listen where it should?

import { isLoopback } from "../../base/socket-address.ts";
import type { Config } from "../../services/config.ts";
import type { GateStatus } from "../../services/gate-status.ts";
import type { Presence } from "../../services/presence.ts";
import { activeContacts } from "../contact-words.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";

export function lookAtGate(
  card: Presence | undefined,
  status: GateStatus | undefined,
  version: string,
): Finding[] {
  if (status === undefined) return [silentGate(card)];
  if (card !== undefined && card.run !== status.run) {
    const says = `the gate at ${card.admin} did not start last with this state folder`;
    return [bad("gate", says, "give each gate a folder and an admin port of its own; stop one")];
  }
  const findings = [ok("gate", `runs, version ${status.version}, pid ${status.pid}`)];
  if (status.version !== version) {
    const says = `the running gate has version ${status.version}, this command ${version}`;
    findings.push(warn("version", says, "restart the gate"));
  }
  return [...findings, modeFinding(status), ...contactsOf(status), ...troublesOf(status)];
}

function silentGate(card: Presence | undefined): Finding {
  if (card === undefined)
    return bad("gate", "none has started with this state folder", "start it: breakwater start");
  if (card.stoppedAt !== undefined)
    return bad("gate", "it was stopped; mail goes round it", "start it: breakwater start");
  const says = `nobody answers at ${card.admin}: it was killed or hangs (pid ${card.pid})`;
  return bad("gate", says, "look at its log, and start it again");
}

function modeFinding({ mode, guardShare }: GateStatus): Finding {
  switch (mode) {
    case "off":
      return warn("mode", "off: nothing is judged", "switch it on: breakwater mode watch");
    case "watch":
      return ok("mode", "watch: everything is judged and let in");
    case "guard": {
      const share = guardShare < 1 ? ` for ${Math.round(guardShare * 1000) / 10}% of domains` : "";
      return ok("mode", `guard${share}: verdicts are acted on`);
    }
  }
}

/** What holds strangers' mail for a moderator is to be known by whoever wonders where mail is. */
function contactsOf({ contacts, mode }: GateStatus): Finding[] {
  const active = activeContacts(contacts);
  if (contacts === undefined || active === undefined || mode === "off") return [];
  const says = `${contacts.mode}: ${active}`;
  if (contacts.mode === "wave") return [ok("contact", says)];
  const todo = "rule on them (breakwater cases list), or end it: breakwater contact open";
  return [warn("contact", says, todo)];
}

function troublesOf({ troubles }: GateStatus): Finding[] {
  const [latest] = troubles;
  if (latest === undefined) return [];
  const says = `lately, while ${latest.what}: ${latest.because}`;
  return [warn("troubles", says, "breakwater status lists them, the log has all of it")];
}

/** What only this machine should be able to read. */
export function lookAtAdmin({ admin }: Config): Finding[] {
  if (isLoopback(admin)) return [];
  const says = "health, metrics and status can be read from other machines";
  const todo = "set admin to 127.0.0.1:8091, or keep others away from it with a firewall";
  return [warn("admin", says, todo)];
}
