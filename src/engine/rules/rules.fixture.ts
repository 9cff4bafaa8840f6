// Contacts and rules for stories about what an admin wrote.

import { epochMs } from "../../base/units.ts";
import type { AdminRule, RuleId, RulePattern } from "../../model/admin-rule.ts";
import { type ActorId, type Host, hostOf } from "../../model/ids.ts";
import type { Sighted } from "../../model/ruled-contact.ts";
import { domainOf } from "../text/domain.ts";
import { linkTo } from "../text/links.ts";
import { normalize } from "../text/normalize.ts";

const noon = epochMs(Date.UTC(2026, 10, 28, 12));

export interface Said {
  readonly text?: string;
  readonly links?: readonly string[];
  readonly mentions?: readonly string[];
  readonly actor?: string;
  readonly proven?: boolean;
  readonly username?: string;
  readonly name?: string;
}

/** A post as it is read, by somebody on spam.example unless said. */
export function sighted(said: Said): Sighted {
  const { text = "", links = [], mentions = [], proven = true, username, name } = said;
  const actor = (said.actor ?? "https://spam.example/users/eve") as ActorId;
  const host = hostOf(actor) ?? ("" as Host);
  const found = links.map((url) => linkTo(url, domainOf(host)));
  return {
    sender: { actor, host, domain: domainOf(host), proven },
    reading: {
      text,
      comparable: normalize(text).text,
      links: found.filter((one) => one !== undefined),
      mentions,
    },
    profile: username === undefined && name === undefined ? undefined : { username, name },
  };
}

const untried = { spam: 0, ham: 0, kept: 0, passed: 0 };

export function adminRule(pattern: RulePattern, more: Partial<AdminRule> = {}): AdminRule {
  return {
    id: "r1" as RuleId,
    pattern,
    reach: "first",
    acts: [],
    recipient: undefined,
    does: "hold",
    note: "",
    expiresAt: undefined,
    by: "maria",
    madeAt: noon,
    state: "in force",
    since: noon,
    stateBy: "maria",
    because: "",
    readyAt: noon,
    byItself: false,
    trial: { at: noon, looked: untried, hit: untried, code: "abcd" },
    ...more,
  };
}
