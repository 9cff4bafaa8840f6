// Hosts that nobody looks after, in words: for `status`, `doctor` and `week`.

import type { NeglectRung } from "../model/neglect.ts";
import { type NeglectedHost, ruleOn } from "../services/host-ladder.ts";

const what: Readonly<Record<NeglectRung, string>> = {
  waits: "strangers wait longer",
  holds: "strangers are held",
  suggested: "strangers are held, for long",
};

/** Named at once; more are counted. */
const namedMax = 3;

/** The worst in a line; undefined where there is none. */
export function neglectedInLine(hosts: readonly NeglectedHost[]): string | undefined {
  if (hosts.length === 0) return undefined;
  const named = hosts.slice(0, namedMax).map(({ domain, rung }) => `${domain} (${what[rung]})`);
  const more = hosts.length - named.length;
  return `nobody seems to look after ${named.join(", ")}${more > 0 ? ` and ${more} more` : ""}`;
}

/** What an admin may do about one, and what that would cost. */
export function suggestionFor({ domain, spammers, others, days, welcomed }: NeglectedHost): string {
  const friends =
    welcomed === 0
      ? ""
      : ` People here know ${welcomed} of its people: a rule stops them too, unless each is ` +
        "allowed (breakwater allow ACTOR).";
  return (
    `Nobody seems to look after ${domain}: of ${spammers + others} of its people who came here ` +
    `lately ${spammers} were ruled spam, on ${days} days. To refuse all of it for a month: ` +
    `${ruleOn(domain)}.${friends}`
  );
}

export function suggested(hosts: readonly NeglectedHost[]): readonly NeglectedHost[] {
  return hosts.filter(({ rung }) => rung === "suggested");
}
