import assert from "node:assert/strict";
import { test } from "node:test";
import { benchMemory } from "./memory.ts";

test("blocks find what objects find, and little room loses slow waves first", async () => {
  const rows = await benchMemory({ smoke: true, corpus: undefined });
  const value = (name: string): number => {
    const row = rows.find((one) => one.name === name);
    assert.ok(row, `no row ${name}`);
    return row.median;
  };
  const found = "variants of the first posts found";
  assert.equal(value(`500 remembered: ${found}`), value(`500 remembered, as objects: ${found}`));
  assert.ok(value(`500 remembered: ${found}`) > 80);
  for (const name of ["", ", as objects"]) {
    assert.ok(value(`500 remembered${name}: witness and gather`) > 0);
    assert.ok(value(`500 remembered${name}: a contact in what finds campaigns`) > 0);
  }
  const tenth = value("waves within a month, a tenth: found");
  assert.ok(tenth < value("waves within a month, all the room: found"));
  assert.ok(tenth < value("waves within an hour, a tenth: found"));
});
