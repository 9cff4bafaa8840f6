import assert from "node:assert/strict";
import { test } from "node:test";
import { whyNoDesk } from "./desk.ts";
import { shippedConfig } from "./testing.ts";

test("who finds no desk hears why: switched off, no gate, or its port is taken", () => {
  const config = shippedConfig();
  const off = { ...config, desk: { ...config.desk, enabled: false } };
  assert.match(whyNoDesk(off, true), /desk\.enabled is false/);
  assert.match(whyNoDesk(config, false), /"breakwater start" starts one/);
  assert.match(whyNoDesk(config, true), /desk\.listen may be another's port/);
});
