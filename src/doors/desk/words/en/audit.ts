import type { AuditedAct } from "../../../../model/audited.ts";

const acts = {
  "signed in": "signed in",
  "signed out": "signed out",
  "ended sessions": "ended sessions",
  "refused entry": "was refused entry",
  "made a token": "made a token",
  "dropped a token": "dropped a token",
  released: "released",
  refused: "refused",
  "took back a ruling": "took back a ruling",
  "ordered to refuse a case": "ordered to keep refusing a case",
  "ordered to allow a case": "ordered to let a case in for good",
  "ended an order on a case": "ended an order on a case",
  "split a case": "split a case",
  noted: "noted",
  assigned: "assigned",
  "wrote a rule": "wrote a rule",
  "put a rule in force": "put a rule in force",
  "ended a rule": "ended a rule",
  "changed the mode": "changed the mode",
  "changed first contacts": "changed how first contacts are taken",
  "changed a recipient": "changed how somebody’s mail is treated",
  "applied tuning": "applied tuning",
  "rolled back tuning": "rolled back tuning",
  "made a rule": "made a rule",
  "dropped a rule": "dropped a rule",
  "forgot an actor": "forgot an actor",
  "restored lessons": "restored lessons",
  subscribed: "had somebody told",
  "changed a subscription": "changed what somebody is told",
  unsubscribed: "had somebody told nothing more",
} satisfies Record<AuditedAct, string>;

/** Who did what. */
export const audit = {
  acts,
  lead:
    "Who did what, at the desk and on the command line. Nothing here can be changed; " +
    "a line stands for a year.",
  about: "About",
  aboutHint: "A case, a receipt, an actor, a host or a name, as it stands in the list",
  find: "Find",
  all: "All",
  none: "Nobody has done anything yet.",
  noneAbout: "Nobody has done anything about this.",
  when: "When",
  who: "Who",
  did: "Did",
  details: "Details",
  through: { desk: "at the desk", command: "on the command line", gate: "by itself" },
  older: "Older",
};
