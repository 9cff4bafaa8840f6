import assert from "node:assert/strict";
import { test } from "node:test";
import { loadConfig } from "../services/config.ts";
import { makeReplay } from "../services/replay.ts";
import { replayHouse } from "./replay-house.ts";

const header = {
  type: "traffic-log",
  version: 1,
  at: "2026-01-05T00:00:00.000Z",
  home: { origin: "https://home.example", actors: "https://home.example/users/" },
};
const bob = "https://remote.example/users/bob";
const list = "https://home.example/users/alice/following";

function mention(id: string, at: string): object {
  const to = ["https://home.example/users/alice"];
  const object = { type: "Note", id: `${bob}/${id}`, attributedTo: bob, to, content: "hello" };
  const activity = { type: "Create", id: `${bob}/${id}/a`, actor: bob, to, object };
  return { type: "delivery", at, id, inbox: "/inbox", ip: "203.0.113.9", activity };
}

test("the home server's public list of whom somebody follows is a tie in a replay", async () => {
  const loaded = loadConfig({ file: undefined });
  if (!loaded.ok) assert.fail();
  const replay = makeReplay(replayHouse(loaded.value.config));
  const pathOf = async (event: object): Promise<string | undefined> => {
    const step = await replay.feed(JSON.stringify(event));
    return step.ok ? step.value.verdicts[0]?.path : assert.fail(step.error.because);
  };
  await pathOf(header);
  assert.equal(await pathOf(mention("1", "2026-01-05T01:00:00.000Z")), "judged");
  const first = `${list}?page=1`;
  const at = "2026-01-05T02:00:00.000Z";
  const body = { type: "OrderedCollection", id: list, totalItems: 1, first };
  await pathOf({ type: "document", at, url: list, body });
  const page = { type: "OrderedCollectionPage", id: first, partOf: list, orderedItems: [bob] };
  await pathOf({ type: "document", at, url: first, body: page });
  assert.equal(await pathOf(mention("2", "2026-01-05T03:00:00.000Z")), "fast");
  const empty = { ...page, orderedItems: ["https://other.example/users/carol"] };
  await pathOf({ type: "document", at: "2026-01-05T04:00:00.000Z", url: first, body: empty });
  assert.equal(await pathOf(mention("3", "2026-01-05T05:00:00.000Z")), "judged");
});
