// The page of what happens now goes on by itself: every ten seconds a browser gets the slot that
// has ended, and whatever else has become otherwise.

import { after, type EpochMs, epochMs, minute } from "../../../base/units.ts";
import { LedgerDown } from "../../../ports/ledger.ts";
import type { Counts } from "../../../services/now/lanes.ts";
import { nextSlotAt } from "../../../services/now/traffic.ts";
import { isSessionOpen } from "../../../services/sessions.ts";
import type { EventStream } from "../event-streams.ts";
import { momentsFor } from "../moments.ts";
import type { Asked } from "../page.ts";
import { sessionCookie } from "../session-cookie.ts";
import { newsBetween } from "./news.ts";
import { noticeOf, type Texts, textsOf, waveRows } from "./texts.ts";
import { type Shown, type View, viewOf } from "./view.ts";

/** Who has not read for so many rounds is gone. */
const slowRoundsMax = 6;

/** What ended is told a moment later: the last of it is still being judged. */
const afterSlotMs = 250;

/** Not oftener does it say something aloud, whatever happens. */
const newsEveryMs = minute;

/** Ends with the session, and when nobody listens any more. */
export async function watchNow(asked: Asked, stream: EventStream): Promise<void> {
  const { clock } = asked.parts;
  const round = makeRound(asked, stream);
  let slow = 0;
  while (!stream.signal.aborted && slow < slowRoundsMax) {
    const next = after(nextSlotAt(clock.now()), afterSlotMs);
    const went = await round();
    if (went === "over") return;
    slow = went === "slow" ? slow + 1 : 0;
    await clock.wake(next, stream.signal).catch(() => undefined); // It rejects when nobody is left.
  }
}

type Went = "well" | "slow" | "over";

function makeRound(asked: Asked, stream: EventStream): () => Promise<Went> {
  const { parts, cookie } = asked;
  let last = momentNamed(asked.lastEventId ?? asked.query.get("after") ?? "");
  let told: Texts = {};
  let before: View | undefined;
  let newsAt: EpochMs | undefined;

  return async () => {
    const now = parts.clock.now();
    const view = await lookedAt(asked, now);
    if (view === "signed out" || !cookie(sessionCookie)) {
      stream.send("ended", {});
      return "over";
    }
    if (view === "down") return "well";
    const shown = { ...asked, moments: momentsFor(asked.language, asked.moments.zone, now) };
    for (const { at, counts } of parts.traffic.slots(last)) {
      if (!stream.send("slot", { at, counts: spoken(counts) }, `${at}`)) return "slow";
      last = at;
    }
    const texts = textsOf(shown, view);
    const mayTell = newsAt === undefined || now - newsAt >= newsEveryMs;
    const news = before && mayTell ? newsBetween(shown, before, view) : undefined;
    if (!stream.send("state", { ...stateOf(shown, view, changed(told, texts)), news }))
      return "slow";
    told = texts;
    if (news !== undefined) newsAt = now;
    // What could not be told yet is told when its minute is over.
    if (before === undefined || mayTell) before = view;
    return "well";
  };
}

async function lookedAt(
  { parts, cookie }: Asked,
  now: EpochMs,
): Promise<View | "signed out" | "down"> {
  try {
    const secret = cookie(sessionCookie) ?? "";
    if (!(await isSessionOpen(parts.ownRecords, secret, now))) return "signed out";
    return await viewOf(parts);
  } catch (error) {
    if (error instanceof LedgerDown) return "down";
    throw error;
  }
}

function stateOf(shown: Shown, view: View, texts: Texts) {
  return { texts, notice: noticeOf(shown, view) ?? null, waves: waveRows(shown, view) };
}

/** Nought is left out. */
function spoken(counts: Counts): Partial<Counts> {
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}

function changed(told: Texts, texts: Texts): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name, text]) => told[name] !== text));
}

/** Where a browser stopped listening; nonsense is from the beginning. */
function momentNamed(text: string): EpochMs | undefined {
  return /^\d{1,15}$/.test(text) ? epochMs(Number(text)) : undefined;
}
