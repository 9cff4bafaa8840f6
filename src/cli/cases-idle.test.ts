import assert from "node:assert/strict";
import { test } from "node:test";
import { idleLine } from "./cases-idle.ts";

test("an empty list is good news only where verdicts are acted on", () => {
  assert.equal(idleLine("guard"), undefined);
  assert.match(idleLine("watch") ?? "", /^The mode is watch: all mail is judged and passed on\./);
  assert.match(idleLine("off") ?? "", /^The mode is off: all mail is passed on unread\. .*guard/);
});
