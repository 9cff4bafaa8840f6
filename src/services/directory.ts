// The sender's own document: usually on the shelf already, because its key came with it.

import { checkTimeMs } from "../base/limits.ts";
import { after } from "../base/units.ts";
import { isSameUrl, withoutFragment } from "../engine/identity/key-ids.ts";
import type { ActorProfile } from "../model/activity.ts";
import type { ActorId } from "../model/ids.ts";
import { absent, type Fact, known, late } from "../model/observation.ts";
import { parseActor } from "../model/parse.ts";
import type { Directory } from "../ports/directory.ts";
import { type LibraryParts, type Looked, makeLibrary } from "./library.ts";
import { within } from "./within.ts";

export function makeDirectory(parts: LibraryParts): Directory {
  const library = makeLibrary(parts);
  return {
    async profile(actor) {
      const asked = library.find(withoutFragment(actor));
      const until = after(parts.clock.now(), checkTimeMs);
      const looked = await within(until, asked, parts.clock);
      return looked === undefined ? late : profileIn(looked, actor);
    },
  };
}

/** Only a document that says it is this actor speaks for it. */
function profileIn(looked: Looked, actor: ActorId): Fact<ActorProfile> {
  if (looked.kind !== "found") return absent;
  const parsed = parseActor(looked.body);
  return parsed.ok && isSameUrl(parsed.value.id, actor) ? known(parsed.value) : absent;
}
