import assert from "node:assert/strict";
import { after, hour, second } from "../../base/units.ts";
import { noTrouble } from "../faults.ts";
import { homePeople } from "../people.ts";
import { scenario } from "../scenario.ts";
import { keptAs, newcomer, told, writes } from "./strangers.ts";

const offer = "Tonight only: free coins at the Lantern Club, http://lantern-club.example/join";
const three = homePeople.slice(0, 3);
const bare = { daysLivedIn: 0 };

scenario(
  "a forged contact that the home server takes is the last that it gets unjudged",
  ["1"],
  async (stage) => {
    const { home, world, gate } = stage;
    const victim = newcomer(stage, "victim.example");
    const forger = { ...victim, key: newcomer(stage, "forger.example").key };
    const said = { text: offer, to: three, visibility: "public" } as const;
    const refused = writes(stage, forger, said);
    const first = await stage.send(refused);
    assert.equal(first.kind === "answered" && first.status, 401, "the home server says no itself");

    home.trouble({ kind: "answers", status: 202 });
    await stage.send(writes(stage, forger, said));
    home.trouble(noTrouble);
    const second = writes(stage, forger, said);
    const heard = await world.send(forger, second.activity, "http://home.example/inbox");
    assert.equal(heard.kind === "answered" && heard.status, 202);
    assert.equal((await keptAs(stage, second))?.state, "settling");
    assert.match((await gate.ledger.setting("taught-shapes")) ?? "", /wrong-key/);

    await stage.pass(hour);
    assert.equal((await keptAs(stage, second))?.state, "refused");
    assert.deepEqual(told(stage, second.activity.id), []);
  },
  bare,
);

scenario(
  "a host that is slow to show its key is waited for, then verified while its post settles",
  ["1"],
  async (stage) => {
    const { clock, world, home } = stage;
    const from = newcomer(stage, "tarpit.example");
    world.trouble("tarpit.example", { kind: "slow", ms: 8 * second });
    const said = { text: "Is this lamp yours?", to: ["ada"], visibility: "public" } as const;
    const contact = writes(stage, from, { ...said, truth: "ordinary" });
    const asleep = clock.asleep();
    const sending = stage.send(contact);
    await clock.untilAsleep(asleep + 2); // The key is asked for.
    await clock.moveTo(after(clock.now(), 4 * second - 1));
    assert.equal(await keptAs(stage, contact), undefined, "the connection waits four seconds");
    await clock.move(1);
    const heard = await sending;
    assert.equal(heard.kind === "answered" && heard.status, 202);
    const kept = await keptAs(stage, contact);
    assert.deepEqual([kept?.state, kept?.authenticity.kind], ["settling", "unknown"]);

    await clock.move(5 * second);
    world.trouble("tarpit.example", noTrouble);
    await stage.pass(hour);
    assert.deepEqual(told(stage, contact.activity.id), ["ada"]);
    assert.equal(home.answers().get(401), undefined);
  },
  bare,
);

scenario(
  "what a stranger's server forwards is a friend's where the friend's server shows it too",
  ["1"],
  async (stage) => {
    const { cast, world, clock } = stage;
    const [friend] = cast.friends;
    assert.ok(friend);
    const forwarder = newcomer(stage, "forwarder.example");
    const said = { text: offer, to: [...friend.followers], visibility: "public" } as const;
    const forward = async (isShown: boolean) => {
      const written = writes(stage, friend.actor, { ...said, truth: "ordinary" });
      const { object } = written.activity as { object?: { id: string } };
      if (isShown && object) world.show(object.id, { ...object });
      const activity = world.signed(friend.actor, written.activity);
      await stage.send({ ...written, from: forwarder, activity });
      return written;
    };
    const shown = await forward(true);
    assert.deepEqual(told(stage, shown.activity.id), [...friend.followers].sort());
    await clock.move(second);
    const unshown = await forward(false);
    assert.equal((await keptAs(stage, unshown))?.state, "settling", "a stranger's, then");
    assert.deepEqual(told(stage, unshown.activity.id), []);
  },
  { daysLivedIn: 1 },
);
