import { minute } from "../../base/units.ts";
import type { Edit } from "../../model/edit.ts";
import { noCampaign } from "../../model/observation.ts";
import { editSwap } from "./edit-swap.ts";
import { actor, note, stories, unknown, update } from "./stories.ts";

const swapped: Edit = { afterMs: 30 * minute, wordsKept: 0, brings: ["link"], newPeople: 0 };

const told = (more: Partial<Edit> = {}, history = actor()) => ({
  campaign: { ...noCampaign, edit: { ...swapped, ...more } },
  actorHistory: history,
});

stories(editSwap, [
  ["half an hour later another post with a link", update(), told(), 1],
  ["another post with a picture", update(), told({ brings: ["picture"] }), 1],
  ["another post that leads nowhere", update(), told({ brings: [] }), 0.4],
  ["another post right away", update(), told({ afterMs: minute }), 0.4],
  ["a source below what it said", update(), told({ wordsKept: 1 }), 0],
  ["a third of its words left", update(), told({ wordsKept: 0.3 }), 0.6],
  ["half of its words left", update(), told({ wordsKept: 0.5 }), 0],
  ["the same words to two others", update(), told({ wordsKept: 1, newPeople: 2 }), 0.5],
  ["the same words to many others", update(), told({ wordsKept: 1, newPeople: 9 }), 1],
  ["an edit of something we never saw", update(), { ...told(), campaign: noCampaign }, 0],
  ["whom people here welcomed", update(), told({}, actor({ welcomedBy: 1 })), 0],
  ["a new post", note(), told(), 0],
  ["not known in time", update(), { campaign: unknown, actorHistory: actor() }, 0],
  ["history not known in time", update(), { ...told(), actorHistory: unknown }, 0],
]);
