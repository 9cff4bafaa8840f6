import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import { ProcessOwnRecords } from "../adapters/process/own-records.ts";
import { after, epochMs } from "../base/units.ts";
import type { Audited } from "../model/audited.ts";
import { audited, noteAudit } from "./audit.ts";

const noon = epochMs(Date.UTC(2026, 10, 28, 12));
const line: Audited = {
  ...{ by: "alice", at: noon, through: "desk" },
  ...{ did: "signed in", about: "alice", details: "with an account of the home server" },
};

test("what somebody did is found again, the last first, and by its subject", async () => {
  const records = new ProcessOwnRecords();
  await noteAudit(records, line);
  await noteAudit(records, { ...line, did: "signed out", details: "", at: after(noon, 5) });
  await noteAudit(records, { ...line, by: "bob", about: "bob" });
  const found = await audited(records, { about: "alice", limit: 9 });
  deepEqual(
    found.map(({ did, by }) => [did, by]),
    [
      ["signed out", "alice"],
      ["signed in", "alice"],
    ],
  );
  const [first] = await audited(records, { limit: 1 });
  deepEqual({ ...first, number: 0 }, { ...line, by: "bob", about: "bob", number: 0 });
});

test("a line is bounded", async () => {
  const records = new ProcessOwnRecords();
  await noteAudit(records, { ...line, about: "a".repeat(9999), details: "b".repeat(9999) });
  const [found] = await audited(records, { limit: 9 });
  deepEqual([found?.about.length, found?.details.length], [500, 1000]);
});

test("a line that another version wrote stops nobody from reading the others", async () => {
  const records = new ProcessOwnRecords();
  await noteAudit(records, line);
  await records.putRecord("audit", { id: "x", about: "", at: noon, value: '{"did":"danced"}' });
  await records.putRecord("audit", { id: "y", about: "", at: noon, value: "{" });
  equal((await audited(records, { limit: 9 })).length, 1);
});
