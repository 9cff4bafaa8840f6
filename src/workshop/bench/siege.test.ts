import assert from "node:assert/strict";
import { test } from "node:test";
import { benchSiege } from "./siege.ts";

test("a small siege costs more before Breakwater than before nobody, and ham gets in", async () => {
  const rows = await benchSiege({ smoke: true, corpus: undefined });
  const value = (name: string): number => {
    const row = rows.find((one) => one.name === name);
    assert.ok(row, `no row ${name}`);
    return row.median;
  };
  assert.equal(value("adaptive, no filter: spam that reached people"), 100);
  assert.ok(
    value("adaptive, Breakwater: a notification") >
      2 * value("adaptive, no filter: a notification"),
  );
  assert.ok(value("adaptive, Breakwater: first contacts held") < 10);
  assert.ok(value("ladder, Breakwater: spam that reached people") < 50);
  assert.equal(value("first, no filter: spam that reached people"), 100);
  assert.ok(value("first, Breakwater: spam that reached people") < 50);
});
