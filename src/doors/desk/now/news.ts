// What is worth a word to somebody who does not look all the time: one sentence, or none.

import type { Shown, View } from "./view.ts";

/** What has become otherwise since `before`, the gravest of it. */
export function newsBetween(shown: Shown, before: View, after: View): string | undefined {
  return (
    downs(shown, before, after) ?? modeChange(shown, before, after) ?? waves(shown, before, after)
  );
}

function downs({ words }: Shown, before: View, after: View): string | undefined {
  const ledger = (view: View): boolean => view.house.census !== undefined;
  const home = (view: View): boolean => view.house.status?.checks["upstream"] !== false;
  const { now } = words;
  if (ledger(before) !== ledger(after))
    return ledger(after) ? now.newsLedgerUp : now.newsLedgerDown;
  if (home(before) !== home(after)) return home(after) ? now.newsHomeUp : now.newsHomeDown;
  return undefined;
}

function modeChange({ words, say }: Shown, before: View, after: View): string | undefined {
  const [was, is] = [before.house.status?.mode, after.house.status?.mode];
  if (was === undefined || is === undefined || was === is) return undefined;
  return say(words.now.newsMode, { mode: words.now.modes[is] });
}

function waves({ words, say }: Shown, before: View, after: View): string | undefined {
  const known = new Set(before.house.waves.map(({ campaign }) => campaign));
  const fresh = after.house.waves.find(({ campaign }) => !known.has(campaign));
  if (fresh !== undefined) return say(words.now.newsWave, { count: fresh.contacts });
  const still = new Set(after.house.waves.map(({ campaign }) => campaign));
  // One that has become part of another goes on.
  const isOver = still.size < known.size && [...known].some((one) => !still.has(one));
  return isOver ? words.now.newsWaveOver : undefined;
}
