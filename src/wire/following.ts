// Whom our people follow, read from the home server behind us; it learns who is there from mail.

import { homeDocuments } from "../adapters/home-documents.ts";
import type { LocalAct } from "../model/local-act.ts";
import type { Clock } from "../ports/clock.ts";
import type { Documents } from "../ports/documents.ts";
import { deaf, type Journal } from "../ports/journal.ts";
import type { Passage } from "../ports/passage.ts";
import { type Following, makeFollowing } from "../services/following.ts";
import type { HomeServerWatch } from "../services/home-server.ts";

interface HomeParts {
  readonly upstream: Pick<Passage, "pass">;
  readonly documents: Documents;
  readonly clock: Clock;
  readonly watch: HomeServerWatch;
  notice(act: LocalAct): Promise<void>;
}

export function followingAt(parts: HomeParts): Following & { readonly journal: Journal } {
  const { upstream, documents: shelf, clock, watch, notice } = parts;
  const network = homeDocuments(upstream);
  const home = () => watch.home(undefined);
  const following = makeFollowing({ network, shelf, clock, home, notice });
  const journal: Journal = {
    ...deaf,
    judged({ sender, audience }) {
      if (!sender.proven) return;
      const people = audience.notified.map(({ actor }) => actor);
      following.met(people, sender.domain);
    },
  };
  return { ...following, journal };
}
