// Other servers' documents: a sender's own is usually on the shelf, because its key came with it.

import { checkTimeMs } from "../base/limits.ts";
import { Recent } from "../base/recent.ts";
import { after, type EpochMs } from "../base/units.ts";
import { isSameUrl, withoutFragment } from "../engine/identity/key-ids.ts";
import { isSpokenBy } from "../engine/identity/origin-copy.ts";
import type { ActorProfile, Document } from "../model/activity.ts";
import { type ActorId, hostOf, type ObjectId } from "../model/ids.ts";
import { absent, type Fact, known, late } from "../model/observation.ts";
import { parseActor, parseDocument } from "../model/parse.ts";
import type { Directory } from "../ports/directory.ts";
import { makeFetchBudget } from "./fetch-budget.ts";
import { type LibraryParts, type Looked, makeLibrary } from "./library.ts";
import { within } from "./within.ts";

/**
 * Of one host's deliveries, and of one domain's: an honest server's contacts name a few posts a
 * minute that are not here yet. Chosen by us.
 */
const namedBudget = {
  host: { burst: 60, perMinute: 30 },
  domain: { burst: 120, perMinute: 60 },
};

export function makeDirectory(parts: LibraryParts): Directory {
  const { clock } = parts;
  const library = makeLibrary(parts);
  const said = new Recent<ActorId, Said>(saidMax);
  const naming = makeFetchBudget(namedBudget);
  const inTime = (asked: Promise<Looked>): Promise<Looked | undefined> =>
    within(after(clock.now(), checkTimeMs), asked, clock);
  return {
    async profile(actor) {
      const looked = await inTime(library.find(withoutFragment(actor)));
      const told = toldSince(looked, said.get(actor));
      if (told !== undefined) return known(told);
      return looked === undefined ? late : profileIn(looked, actor);
    },

    heard: (profile, at) => said.set(profile.id, { profile, at }),

    async document(id, because) {
      const url = withoutFragment(id);
      const shelved = await library.shelved(url);
      if (shelved !== undefined) return documentIn(shelved, id);
      if (!naming.take(because, clock.now())) return absent;
      const looked = await inTime(library.find(url));
      return looked === undefined ? late : documentIn(looked, id);
    },
  };
}

/** What an actor said of itself, and when. */
interface Said {
  readonly profile: ActorProfile;
  readonly at: EpochMs;
}

/** Chosen by us: a few of these come in a minute, and what its host shows is a day old at most. */
const saidMax = 2_000;

/** Until its host was asked again, what it said itself is the newer; its keys are never taken. */
function toldSince(looked: Looked | undefined, told: Said | undefined): ActorProfile | undefined {
  if (told === undefined) return undefined;
  if (looked?.kind === "found" && looked.fetchedAt > told.at) return undefined;
  return told.profile;
}

/** Only a document that says it is this actor speaks for it. */
function profileIn(looked: Looked, actor: ActorId): Fact<ActorProfile> {
  if (looked.kind !== "found") return absent;
  const parsed = parseActor(looked.body);
  return parsed.ok && isSameUrl(parsed.value.id, actor) ? known(parsed.value) : absent;
}

/** A page's address leads to a post's id; a host speaks for all ids of its own. */
function documentIn(looked: Looked, id: ObjectId): Fact<Document> {
  if (looked.kind !== "found") return absent;
  const parsed = parseDocument(looked.body);
  return parsed.ok && isSpokenBy(hostOf(id), parsed.value) ? known(parsed.value) : absent;
}
