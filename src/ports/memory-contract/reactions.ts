// Follows, likes and boosts say nothing: what is remembered of them is who they are from.

import assert from "node:assert/strict";
import { hash32 } from "../../base/prng.ts";
import type { Likeness, Trait, TraitView } from "../../model/likeness.ts";
import { contact, remote, type Story, t0 } from "./contacts.ts";

function shown(...traits: readonly Trait[]): Likeness {
  return { sketch: new Uint32Array(), traits };
}

function trait(view: TraitView, content: string, usual: number): Trait {
  return { view, key: hash32(`${view}:${content}`), usual };
}

const face = trait("face", "53f1a09b7c2d4e86.jpg", 0.0005);
const page = trait("page", "shop.example/win", 0.002);

export function reactions(story: Story): void {
  story("of one who likes again and again two are kept, none without a face", async (memory) => {
    for (const to of ["alice", "bob", "carol"]) {
      const fan = contact({ from: "fan@x.example", to: [to], kind: "like" });
      await memory.gather(fan, shown(trait("host", "x.example", 0.02), face));
      const shy = contact({ from: "shy@x.example", to: [to], kind: "follow" });
      await memory.gather(shy, shown(trait("host", "x.example", 0.02)));
      await memory.record(fan);
      await memory.record(shy);
    }
    assert.equal((await memory.about(remote("fan@x.example"), t0))?.compared, 2);
    assert.equal((await memory.about(remote("shy@x.example"), t0))?.compared, 0);
  });

  story("strangers who show the same picture and page are counted", async (memory) => {
    const from = (host: string) => shown(trait("host", host, 0.02), face, page);
    await memory.gather(contact({ from: "a@x.example", kind: "follow" }), from("x"));
    await memory.gather(contact({ from: "b@y.example", kind: "follow" }), from("y"));
    const asker = contact({ from: "asker@z.example", kind: "follow" });
    const alike = await memory.campaign(asker, from("z"), t0);
    assert.equal(alike.plainStrangers.tenMinutes, 2);
    const other = await memory.campaign(asker, shown(trait("host", "z", 0.02), page), t0);
    assert.equal(other.plainStrangers.tenMinutes, 0);
  });
}
