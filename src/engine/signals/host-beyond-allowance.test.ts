import { hostBeyondAllowance } from "./host-beyond-allowance.ts";
import { actor, boost, follow, host, like, note, stories, unknown } from "./stories.ts";

const one = { actorHistory: actor(), unsolicitedRecipients: 1 };

const all = (people: number) => ({ tenMinutes: people, sixHours: people, sevenDays: people });

/** Whom other strangers of its host clicked, all of them within ten minutes. */
const clicked = (people: number, record: Parameters<typeof host>[0] = {}) => ({
  ...one,
  hostHistory: host({ clicked: all(people), ...record }),
});

const overHours = (people: number, record: Parameters<typeof host>[0] = {}) =>
  clicked(people, { clicked: { ...all(people), tenMinutes: 7 }, ...record });

stories(hostBeyondAllowance, [
  ["the first of its host", follow(), clicked(0), 0],
  ["some of a small host find us", follow(), clicked(4), 0],
  ["a dozen and more within ten minutes", follow(), clicked(15), 0.33],
  ["follows in lockstep", follow(), clicked(63), 1],
  ["likes in lockstep", like(), clicked(63), 1],
  ["boosts in lockstep", boost(), clicked(63), 1],
  ["an exodus whose people only click", follow(), overHours(59), 0.33],
  ["an exodus whose people write too", follow(), overHours(59, { goodDays: 1 }), 0],
  ["a large host's evening", follow(), overHours(63, { goodDays: 20, welcomed: 90 }), 0],
  ["a slow flood", like(), clicked(0, { clicked: { ...all(0), sevenDays: 63 } }), 0],
  ["a wave follows whoever is welcomed", follow(), clicked(63, { welcomed: 3 }), 0.47],
  ["no ties are known here", follow(), { ...clicked(15), opaqueRecipients: 1 }, 0],
  ["words are read, and compared", note(), clicked(63), 0],
  ["it is known here", follow(), { ...clicked(63), actorHistory: actor({ welcomedBy: 1 }) }, 0],
  ["whom it follows asked for it", follow(), { ...clicked(63), unsolicitedRecipients: 0 }, 0],
  ["its host not known in time", follow(), { ...one, hostHistory: unknown }, 0],
  ["its own history not known in time", follow(), { ...clicked(63), actorHistory: unknown }, 0],
]);
