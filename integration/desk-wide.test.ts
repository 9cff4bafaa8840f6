// Every page of the desk on a wide screen, and without JavaScript.

import { test } from "node:test";
import { isSound, openWalk, testLooks } from "./desk-walk.ts";

const walk = await openWalk();
for (const scheme of ["light", "dark"] as const) testLooks(walk, { width: 1440, scheme });

test("every page opens without JavaScript", async (t) => {
  const phone = { width: 390, scheme: "light" } as const;
  await walk.inWindow({ looks: phone, javaScript: false }, async (window) => {
    for (const { path } of walk.places) await t.test(path, () => isSound(window, path));
  });
});
