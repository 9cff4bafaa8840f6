import assert from "node:assert/strict";
import { minute, second } from "../../base/units.ts";
import { fromAnotherHost } from "../attackers/wildcard-host.ts";
import { post, someone } from "../people.ts";
import { scenario } from "../scenario.ts";
import { doubtful } from "./doubtful.ts";

const quota = 6;
const setting = { daysLivedIn: 1, settings: { "quotas.deliveries": String(quota) } };

scenario(
  "whoever has a domain full of hosts fills one shelf of it, and nobody else's",
  ["1"],
  async (stage) => {
    const { cast, clock, dice, home, world } = stage;
    const heard: unknown[] = [];
    for (let i = 0; i < 30; i++) {
      await stage.pass(second);
      const told = await stage.send(fromAnotherHost(stage, "wildcard.example"));
      heard.push(told.kind === "answered" && told.status);
    }
    const spam = (await stage.gate.kept()).filter(({ sender }) => sender.includes("wildcard"));
    const { accounts } = await stage.gate.ledger.usage();
    const domain = accounts.find(({ name }) => name === "wildcard.example");
    assert.equal(domain?.deliveries, quota, "its hosts count as one");
    assert.ok(heard.every((status) => status === 202 || status === 503));
    const recorded = spam.filter(({ state }) => state === "rejected").length;
    const askedAgain = heard.filter((status) => status === 503).length;
    assert.equal(quota + recorded + askedAgain, 30, "nothing passed, nothing is unaccounted for");

    const other = await stage.send(doubtful(stage, "lone-cabin.example"));
    assert.equal(other.kind === "answered" && other.status, 202, "another's shelf is its own");
    const [friend] = cast.friends;
    assert.ok(friend);
    const line = { text: "Is the kettle on?", language: "en" };
    const asks = post(cast, clock.now(), friend.actor, line, friend.followers);
    await stage.send(asks);
    const stranger = someone(world, dice, dice.pick(cast.hosts), clock.now());
    const thanks = { text: "Thank you for that recipe, it worked a treat.", language: "en" };
    const thanked = post(cast, clock.now(), stranger, thanks, ["ada"]);
    await stage.send(thanked);
    const sent = new Set<string>([asks.activity.id, thanked.activity.id]);
    const told = home.notifications().filter(({ activity }) => sent.has(activity));
    assert.equal(told.length, friend.followers.length + 1, "people are undisturbed");

    await stage.pass(minute);
    const reached = home.notifications().filter((one) => one.from.includes("wildcard"));
    assert.deepEqual(reached, []);
  },
  setting,
);
