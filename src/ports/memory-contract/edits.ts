// An edit is seen beside the first version of the same post.

import assert from "node:assert/strict";
import { hash32 } from "../../base/prng.ts";
import { after, minute } from "../../base/units.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { Likeness } from "../../model/likeness.ts";
import { contact, type Said, type Story, status, t0 } from "./contacts.ts";

function words(text: string): Likeness {
  const shingles = Array.from(text, (_, at) => hash32(text.slice(at, at + 4)));
  const post = { view: "post", key: hash32("post:1"), usual: 1 } as const;
  return { sketch: Uint32Array.from(new Set(shingles)).sort().slice(0, 64), traits: [post] };
}

const harmless = words("has anybody read the new novel about the lighthouse keeper");
const payload = words("i doubled what i put in within a week, start here today");

/** One post of Sam's, or of somebody else's under the same key. */
function version(said: Said): Arrival {
  return contact({ from: "sam@a.example", ...said });
}

const edited = (said: Said = {}): Arrival =>
  version({ kind: "update", at: after(t0, 30 * minute), ...said });

export function edits(story: Story): void {
  story("an edit is compared with what came first, not with the edit before", async (memory) => {
    await memory.gather(version({}), harmless);
    const early = edited({ at: after(t0, minute) });
    assert.equal((await memory.gather(early, harmless)).edit?.wordsKept, 1);
    const late = edited({ to: ["alice", "bob"] });
    const { edit } = await memory.gather(late, payload);
    assert.deepEqual(edit, { afterMs: 30 * minute, wordsKept: 0, brings: [], newPeople: 1 });
    assert.deepEqual((await memory.campaign(late, payload, t0)).edit, edit);
  });

  story("of a post whose first version did not come here nothing is known", async (memory) => {
    assert.equal((await memory.gather(edited(), payload)).edit, undefined);
    assert.notEqual((await memory.gather(edited({ body: "again" }), payload)).edit, undefined);
  });

  story("who names somebody else's post edits nothing of theirs", async (memory) => {
    await memory.gather(version({}), harmless);
    const others = edited({ from: "eve@a.example" });
    assert.equal((await memory.gather(others, payload)).edit, undefined);
    const forged = edited({ proven: false });
    assert.equal((await memory.gather(forged, payload)).edit, undefined);
  });

  story("what the home server refused was no first version", async (memory) => {
    const first = version({});
    await memory.gather(first, harmless);
    await memory.answered(first.delivery.receipt, status(401), t0);
    assert.equal((await memory.gather(edited(), payload)).edit, undefined);
  });
}
