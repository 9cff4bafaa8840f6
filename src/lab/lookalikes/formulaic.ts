// H10, H18, H20, H30 and H31: one sender, one text, many strangers, and rightly so.

import { after, day, hour, minute, second } from "../../base/units.ts";
import { home, person } from "../traffic/home.ts";
import { newId } from "../traffic/notes.ts";
import { actorOn, type RemoteActor } from "../traffic/places.ts";
import type { LookAlike } from "./lookalike.ts";
import {
  filled,
  friendsOf,
  locally,
  newHost,
  ordinaryHosts,
  ownPost,
  people,
  posts,
  type Stage,
  sends,
  somebody,
  within,
} from "./stage.ts";
import {
  enquiries,
  greetings,
  helplines,
  notices,
  personal,
  runningJokes,
  warnings,
} from "./texts/formulas.ts";
import { smallTalk } from "./texts/talk.ts";

/** An organisation's account on a host of its own, a year old. */
function organisation(stage: Stage, domain: string, name: string): RemoteActor {
  const host = newHost(stage.dice, { name: domain, software: "mastodon", people: 4 });
  const fields = [["Web", `https://${domain}`]] as const;
  return somebody(stage, { host, username: "hello", name, avatar: true, fields });
}

/** The same paragraph to everybody who sounds desperate, three to thirty a day. */
function comfort(stage: Stage): void {
  const { dice } = stage;
  for (const [index, line] of helplines.entries()) {
    const domain = /https:\/\/([^/\s]+)/.exec(line.text)?.[1] ?? "";
    const from = organisation(stage, domain, "Somebody to talk to");
    for (const name of dice.sample(people, [22, 12, 8, 5][index] ?? 3)) {
      const at = within(stage, day);
      const isPrivate = dice.chance(0.3);
      const told = isPrivate
        ? { visibility: "direct" as const }
        : { replyTo: ownPost(stage, name) };
      posts(stage, at, from, { line, to: [name], ...told });
      if (dice.chance(0.4))
        locally(stage, after(at, dice.int(4, 90) * minute), "reply", name, from);
    }
  }
}

/** Greeters, and people who say one thing under everything. */
function greet(stage: Stage): void {
  const { dice } = stage;
  for (const line of greetings) {
    const from = somebody(stage);
    for (const name of dice.sample(people, dice.int(10, 26))) {
      const at = within(stage, 20 * hour);
      posts(stage, at, from, { line, to: [name], replyTo: ownPost(stage, name) });
      if (dice.chance(0.5))
        locally(stage, after(at, dice.int(5, 200) * minute), "like", name, from);
    }
  }
  for (const line of runningJokes) {
    const names = dice.sample(people, 5);
    const from = friendsOf(stage, names.slice(0, 3), somebody(stage));
    for (const name of names)
      posts(stage, within(stage, day), from, { line, to: [name], replyTo: ownPost(stage, name) });
  }
}

/** The press, research, a job, an invitation: five to fifteen strangers within two hours. */
function enquire(stage: Stage): void {
  const { dice } = stage;
  for (const [index, enquiry] of enquiries.entries()) {
    const domain = /https:\/\/([^/\s]+)/.exec(enquiry.text)?.[1] ?? "";
    const from =
      index % 2 === 0 ? organisation(stage, domain, "J. Morel") : somebody(stage, { avatar: true });
    const own = dice.deck(personal[enquiry.language] ?? []);
    const begin = within(stage, 8 * hour);
    for (const name of dice.sample(people, dice.int(5, 15))) {
      const at = after(begin, dice.int(0, 7_200) * second);
      const called = name.charAt(0).toUpperCase() + name.slice(1);
      const line = filled(dice, enquiry, { name: called, own: own() });
      posts(stage, at, from, { line, to: [name], visibility: "direct" });
      if (dice.chance(0.4))
        locally(stage, after(at, dice.int(9, 300) * minute), "reply", name, from);
    }
  }
}

/** Admins who quote the spam of the day to our moderators, and people who report it. */
function warn(stage: Stage): void {
  const { dice } = stage;
  const moderators = dice.sample(people, 5);
  const payload = (): string => dice.pick(stage.spam).text;
  for (const warning of warnings) {
    const from = somebody(stage, { avatar: true, fields: [["Admin", "of a small server"]] });
    const knowsSome = dice.chance(0.3);
    if (knowsSome) friendsOf(stage, moderators.slice(0, 1), from);
    const at = within(stage, 8 * hour);
    const to = dice.chance(0.8) ? dice.sample(moderators, dice.int(1, 3)) : [];
    posts(stage, at, from, { line: filled(dice, warning, { payload: payload() }), to });
  }
  for (let left = 14; left > 0; left--) report(stage, payload());
}

/** A report that another server forwards to us: its comment holds the text. */
function report(stage: Stage, payload: string): void {
  const { dice } = stage;
  const host = dice.pick(stage.hosts);
  const from = actorOn(host, "actor", somebody(stage, { host, type: "Service" }).profile);
  const at = within(stage, 8 * hour);
  const id = newId(from, "flags", at, dice);
  const reported = person(home, dice.pick(people)).id;
  const content = `spam? “${payload}”`;
  const context = "https://www.w3.org/ns/activitystreams";
  const flag = { "@context": context, id, type: "Flag", actor: from.id, content };
  sends(stage, at, from, { ...flag, object: [reported] }, []);
}

/** An admin's text to many: to the few who look after servers, or to all with friends there. */
function give(stage: Stage): void {
  const { dice } = stage;
  for (const [index, notice] of notices.entries()) {
    const [host] = ordinaryHosts(dice, 1);
    if (host === undefined) continue;
    const admin = somebody(stage, { host, username: "admin", avatar: true });
    const neighbour = somebody(stage, { host });
    const isToAdmins = index === 0;
    const names = dice.sample(people, isToAdmins ? 4 : dice.int(12, 24));
    if (!isToAdmins) friendsOf(stage, names, neighbour);
    const line = filled(dice, notice, { host: host.name });
    const begin = within(stage, 8 * hour);
    for (const name of names) {
      const at = after(begin, dice.int(0, 3_600) * second);
      posts(stage, at, admin, { line, to: [name], visibility: "direct" });
    }
    const told = filled(dice, dice.pick(smallTalk));
    posts(stage, begin, neighbour, { line: told, to: names.slice(0, 1) });
  }
}

export const formulaic: readonly LookAlike[] = [
  { code: "H10", name: "crisis lines", starred: true, play: comfort },
  { code: "H18", name: "greeters and running jokes", starred: false, play: greet },
  { code: "H20", name: "press, research and invitations", starred: true, play: enquire },
  { code: "H30", name: "who quotes spam to warn of it", starred: false, play: warn },
  { code: "H31", name: "notices of admins", starred: false, play: give },
];
