// Texts, names and hosts that are meant for whoever looks at them: markup, letters that turn the
// line round, marks heaped on one letter, words without end.

import { after, type EpochMs } from "../../base/units.ts";
import { type Cast, homePeople } from "../people.ts";
import { type Contact, inOrder } from "../plan.ts";
import { freshActor, says } from "./raids.ts";

/** A page that runs any of it says this word. */
export const alarm = "breakwater-alarm";

const script = `<script>console.error("${alarm}")</script>`;
const picture = `<img src=x onerror='console.error("${alarm}")'>`;
const turned = "\u202Egnihton rof snioc eerf\u202C \u2066\u2067";
const heaped = Array.from("free coins", (letter) => letter + "\u0301\u0316\u0361\u0489".repeat(12));
const endless = "w".repeat(10_000);

const writings = [
  `${script} Free coins for all who read this, now`,
  `"'><svg onload=console.error('${alarm}')>${picture} free coins for all`,
  `${turned} free coins for all who read this`,
  `${heaped.join("")} free coins for all who read this`,
  `free coins for all who read this ${endless}`,
  `\u0000\u200B\uFEFF{who} \${7*7} {{7*7}} free coins for all who read this`,
  "javascript:alert(1) data:text/html,<b>x</b> free coins for all who read this",
];

const names = [script, picture, turned, heaped.join("").slice(0, 400), "n".repeat(500), "", " "];

/** A host of theirs whose name is harmless. */
export const plainLooking = "plain-looking.example";

/** As a registrar would sell them: in Punycode, with the longest labels that there may be. */
const hosts = [
  "xn--lntern-club-l8a.example",
  `${"a".repeat(63)}.${"b".repeat(63)}.example`,
  "xn--e1afmkfd.xn--80akhbyknj4f.example",
  plainLooking,
];

/** The same offer in all of these clothes, several times each, so that it is a case. */
export function hostileWave(cast: Cast, from: EpochMs, until: EpochMs): Contact[] {
  const { dice, world } = cast;
  const places = hosts.map((name) =>
    world.addHost({ name, software: "mastodon", people: 4, openRegistrations: true }),
  );
  const offer = "http://free-coins.example/for-all";
  const dressed = writings.flatMap((text) => [text, text, text]);
  const contacts = dressed.map((text, index) => {
    const at = after(from, dice.int(0, until - from));
    const place = places[index % places.length] ?? dice.pick(places);
    const actor = freshActor(cast, place, at, { name: names[index % names.length] ?? "" });
    const people = dice.sample(homePeople, dice.int(2, 4));
    return says(cast, actor, at, `${text} ${offer}`, people);
  });
  return inOrder(contacts);
}
