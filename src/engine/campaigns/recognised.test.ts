import assert from "node:assert/strict";
import { test } from "node:test";
import { together } from "../signals/stories.ts";
import { isWave } from "./recognised.ts";

test("strangers on several hosts within hours are a wave, a meme or what is harmless none", () => {
  assert.equal(isWave(together(3, 2, 3)), true);
  assert.equal(isWave(together(3, 1, 3)), false);
  assert.equal(isWave(together(2, 2, 2)), false);
  assert.equal(isWave(together(9, 9, 9, 5)), false);
  assert.equal(isWave(together(9, 9, 9, 0, 15)), false);
  assert.equal(isWave({ ...together(9, 9, 9), ruled: "ham" }), false);
});
