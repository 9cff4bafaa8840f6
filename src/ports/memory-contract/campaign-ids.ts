// By which id a campaign goes, and what a ruling on a part of it says of the rest.

import assert from "node:assert/strict";
import { hash32 } from "../../base/prng.ts";
import { after, day } from "../../base/units.ts";
import type { Receipt } from "../../model/ids.ts";
import type { Campaign } from "../../model/observation.ts";
import type { Memory } from "../memory.ts";
import { asked, gathered, reworded, smallTalk } from "./campaigns.ts";
import { contact, local, remote, type Story, t0 } from "./contacts.ts";

/** So many strangers with one text, under the receipts r-0, r-1 … */
async function grown(memory: Memory, size: number): Promise<Campaign> {
  for (let i = 0; i < size; i++)
    await gathered(memory, { from: `g${i}@g${i}.example`, receipt: `r-${i}` });
  return asked(memory);
}

export function campaignIds(story: Story): void {
  story("what belongs together goes by one id, that of the first", async (memory) => {
    const alone = await gathered(memory, { from: "a@x.example", receipt: "first" });
    const second = await gathered(memory, { from: "b@y.example", receipt: "second" }, reworded);
    const other = await gathered(memory, { from: "c@z.example" }, smallTalk);
    const third = await gathered(memory, { from: "d@w.example", receipt: "third" });
    assert.deepEqual([alone.id, other.id], [undefined, undefined]);
    assert.ok(second.id !== undefined);
    assert.equal(third.id, second.id);
    const members = await memory.members(second.id, t0);
    assert.deepEqual(members.map(({ receipt }) => receipt).sort(), ["first", "second", "third"]);
    assert.deepEqual(
      [members[0]?.actor, members[0]?.domain, members[0]?.recipients, members[0]?.known],
      [remote("a@x.example"), "x.example", [local("alice")], false],
    );
    assert.deepEqual(await memory.members(second.id, after(t0, 31 * day)), []);
    assert.equal(await memory.campaignNamed(second.id), second.id);
  });

  story("what stands alone belongs to nothing, also when it is judged again", async (memory) => {
    const alone = contact({ from: "a@x.example", receipt: "first" });
    await memory.gather(alone, reworded);
    assert.equal((await memory.campaign(alone, reworded, t0)).id, undefined);
    const second = await gathered(memory, { from: "b@y.example", receipt: "second" });
    assert.deepEqual(second.linked, ["first"]);
    assert.equal((await memory.campaign(alone, reworded, t0)).id, second.id);
  });

  story("a ruling on one copy is a lesson about all that come", async (memory) => {
    await gathered(memory, { from: "a@x.example", receipt: "ruled" });
    assert.equal((await asked(memory, reworded)).ruled, undefined);
    assert.ok((await memory.ruledOn("ruled" as Receipt, "spam", t0)) !== undefined);
    assert.equal((await asked(memory, reworded)).ruled, "spam");
    assert.equal((await gathered(memory, { from: "b@y.example" }, reworded)).ruled, "spam");
    assert.equal((await asked(memory, smallTalk)).ruled, undefined);
    assert.equal((await asked(memory, reworded, after(t0, 31 * day))).ruled, undefined);
    await memory.ruledOn("nobody knows it" as Receipt, "spam", t0);
  });

  story("found harmless it stays so when it grows", async (memory) => {
    const { id } = await grown(memory, 3);
    assert.ok(id !== undefined);
    await memory.ruledOn("r-1" as Receipt, "ham", t0);
    await gathered(memory, { from: "late@v.example" }, reworded);
    assert.equal((await asked(memory)).ruled, "ham");
  });

  story("words found harmless excuse no link that comes beside them", async (memory) => {
    await grown(memory, 3);
    await memory.ruledOn("r-1" as Receipt, "ham", t0);
    const link = { view: "link", key: hash32("shop.example"), usual: 0.001 } as const;
    const selling = { ...reworded, traits: [link] };
    for (const name of ["p", "q"])
      await gathered(memory, { from: `${name}@${name}.example`, receipt: name }, selling);
    const found = await asked(memory, selling);
    assert.deepEqual([found.ruled, (await asked(memory)).ruled], [undefined, "ham"]);
    const members = await memory.members(found.id ?? ("" as never), t0);
    assert.deepEqual(members.map(({ receipt }) => receipt).sort(), ["p", "q"]);
  });

  story("found harmless it is for thirty days, however it grows", async (memory) => {
    const { id } = await grown(memory, 3);
    await memory.ruledOn("r-1" as Receipt, "ham", t0);
    await gathered(memory, { from: "late@v.example", at: after(t0, 20 * day) });
    const link = { view: "link", key: hash32("shop.example"), usual: 0.001 } as const;
    const selling = { ...reworded, traits: [link] };
    const foundAfter = (days: number) => asked(memory, selling, after(t0, days * day));
    assert.equal((await foundAfter(29)).id, undefined);
    assert.equal((await foundAfter(31)).id, id);
    const said = { from: "seller@s.example", receipt: "selling", at: after(t0, 31 * day) };
    await gathered(memory, said, selling);
    await memory.ruledOn("selling" as Receipt, "spam", after(t0, 31 * day));
    assert.equal((await asked(memory, reworded, after(t0, 32 * day))).ruled, "spam");
  });

  story("who copies a post has nothing else of its author condemned", async (memory) => {
    const shown = ["picture", "page"].map((content) => {
      const view = content === "page" ? ("page" as const) : ("face" as const);
      return { view, key: hash32(content), usual: 0.0001 };
    });
    const author = "author@a.example";
    await gathered(memory, { from: author, receipt: "copied" }, { ...reworded, traits: shown });
    await gathered(memory, { from: author, receipt: "other" }, { ...smallTalk, traits: shown });
    await gathered(memory, { from: "eve@e.example", receipt: "copy" });
    const ruled = (await memory.ruledOn("copy" as Receipt, "spam", t0)) ?? ("" as never);
    const members = await memory.members(ruled, t0);
    assert.deepEqual(members.map(({ receipt }) => receipt).sort(), ["copied", "copy"]);
  });

  story("what was split off stays apart, whatever comes that is alike to both", async (memory) => {
    const { id = "" as never } = await grown(memory, 4);
    const own = await memory.setApart(["r-2", "r-3", "nobody knows it"] as Receipt[]);
    assert.ok(own !== undefined && own !== id);
    await gathered(memory, { from: "later@l.example", receipt: "later" });
    await gathered(memory, { from: "last@z.example", receipt: "last" }, reworded);
    const [rest, split] = [await memory.members(id, t0), await memory.members(own, t0)];
    const receipts = (some: typeof rest) => some.map(({ receipt }) => receipt);
    assert.equal(await memory.campaignNamed(id), id);
    assert.ok(receipts(split).includes("r-2" as Receipt) && receipts(split).length >= 2);
    assert.ok(receipts(rest).includes("r-0" as Receipt));
    assert.ok(!receipts(rest).includes("r-3" as Receipt));
    await memory.ruledOnAll(id, "spam", t0);
    assert.deepEqual(receipts(await memory.members(own, t0)), receipts(split));
    assert.equal(await memory.setApart(["nobody knows it"] as Receipt[]), undefined);
  });

  story("who was taken for one of them wrongly leaves with a ruling of its own", async (memory) => {
    const { id } = await grown(memory, 3);
    assert.ok(id !== undefined);
    await memory.ruledOn("r-1" as Receipt, "spam", t0);
    await memory.ruledOn("r-2" as Receipt, "ham", t0);
    const left = await memory.members(id, t0);
    assert.deepEqual(left.map(({ receipt }) => receipt).sort(), ["r-0", "r-1"]);
    await memory.ruledOnAll(id, "ham", t0);
    assert.equal((await asked(memory)).ruled, "ham");
  });
}
