// Writes docs/attacker.md from the attacker's own tables: bin/node src/workshop/attacker-page.ts

import { writeFileSync } from "node:fs";
import { families } from "../lab/families/families.ts";
import { firstMethod, priceOf } from "../lab/siege/method.ts";
import { type Move, moves, notPlayed, surchargeOf } from "../lab/siege/moves.ts";

export function attackerPage(): string {
  return [
    intro,
    "| move | plays | what it does | hours to set up | adds to a notification |",
    "| --- | --- | --- | --- | --- |",
    ...moves.map(moveRow),
    "\nNot played:\n",
    ...notPlayed.map(([plays, why]) => `- ${plays}: ${why}`),
    "\n## Families\n",
    "Attacks that do not adapt; each draws how it goes about it from wide ranges, by its seed.\n",
    ...families.map(({ id, title }) => `- ${id}: ${title}.`),
    "",
  ].join("\n");
}

function moveRow(move: Move): string {
  const surcharge = surchargeOf(move);
  const adds = `${surcharge < 0 ? "−" : "+"}${Math.abs(surcharge).toFixed(3)}`;
  return `| ${move.id} | ${move.plays} | ${move.because} | ${move.hours} | ${adds} |`;
}

const intro = `# The attacker of the lab

Generated from its own tables: \`npm run pages\`. It knows no filter and imports nothing of one. It
owns six accounts on the home server and sees what these receive, and a refusal in the open; after
every step it counts, and below 70 % it looks for something else. It pays by the price list of
[the traffic log](traffic-log.md). Three programs run it:

- **adaptive** tries the cheapest move first and keeps what helps; when nothing does, several at
  once; once most comes through, it leaves out what costs most until what is left is needed.
- **ladder** goes from links to short links, plain text and text in handles.
- **parade** plays every move once.

A report tells, by what was tried: deliveries, notifications caused, those that reached people,
units spent, and the price of a notification beside its price without a filter. What was tried is a
move, \`first\` (a link in a reply, forty posts an account), \`idea N\` (several moves at once) or
\`without\` a move. An account counts as far as it was used up; the whole counts all that was paid.

Without a filter and in the long run, a notification by the first method costs
${priceOf(firstMethod).toFixed(3)} units, the operator's hours aside.

## Moves

CM numbers are countermoves, T numbers attacks: [threats.md](threats.md) says which.
`;

if (import.meta.main) {
  writeFileSync(new URL("../../docs/attacker.md", import.meta.url), attackerPage());
}
