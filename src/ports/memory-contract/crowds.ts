// Bounds: what stays true when very many come.

import assert from "node:assert/strict";
import { contact, exactUpTo, heard, judged, key, type Story, t0 } from "./contacts.ts";

export function crowds(story: Story): void {
  story(
    "a view's counts are exact up to a bound, and then never exceed the truth",
    async (memory) => {
      for (let i = 0; i < 3 * exactUpTo; i++) {
        await judged(memory, { from: `s${i}@h${i}.example`, to: [`p${i}`] });
        const repeats = await heard(memory);
        for (const counted of [repeats?.strangers, repeats?.domains, repeats?.recipients]) {
          const said = counted?.thirtyDays ?? 0;
          assert.ok(i < exactUpTo ? said === i + 1 : said >= exactUpTo && said <= i + 1, `${said}`);
        }
      }
    },
  );

  story("one sender can't talk a view's other senders out of memory", async (memory) => {
    await judged(memory, { from: "a@x.example", to: ["alice"] });
    await judged(memory, { from: "b@y.example", to: ["bob"] });
    for (let i = 0; i < 1000; i++) await judged(memory, { from: "b@y.example", to: [`p${i}`] });
    const [repeats] = await memory.repeats(contact({ from: "b@y.example" }), [key], t0);
    assert.equal(repeats?.strangers.tenMinutes, 1);
    assert.equal(repeats?.recipients.tenMinutes, 1);
  });
}
