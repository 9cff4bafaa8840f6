// What every memory must do, whatever it is made of: run by each adapter's tests.

import { test } from "node:test";
import type { Memory } from "./memory.ts";
import { acquaintance } from "./memory-contract/acquaintance.ts";
import { campaignIds } from "./memory-contract/campaign-ids.ts";
import { campaigns } from "./memory-contract/campaigns.ts";
import { complaints } from "./memory-contract/complaints.ts";
import { credit } from "./memory-contract/credit.ts";
import { crowds } from "./memory-contract/crowds.ts";
import { edits } from "./memory-contract/edits.ts";
import { floods } from "./memory-contract/floods.ts";
import { forgetting } from "./memory-contract/forgetting.ts";
import { habits } from "./memory-contract/habits.ts";
import { reactions } from "./memory-contract/reactions.ts";
import { records } from "./memory-contract/records.ts";
import { refusals, repetition } from "./memory-contract/repetition.ts";
import { ties } from "./memory-contract/ties.ts";
import { views } from "./memory-contract/views.ts";
import { vouching } from "./memory-contract/vouching.ts";

/**
 * Registers the suite; `create` gives an empty memory each time. `crowd`: strangers in a flood,
 * more than the memory has room for.
 */
export function memoryContract(name: string, create: () => Promise<Memory>, crowd = 200_000): void {
  const story = (title: string, run: (memory: Memory) => Promise<void>): void => {
    test(`${name}: ${title}`, async () => run(await create()));
  };
  views(story);
  repetition(story);
  refusals(name, create);
  acquaintance(story);
  habits(story);
  ties(story);
  crowds(story);
  forgetting(story);
  floods(story, crowd);
  campaigns(story);
  campaignIds(story);
  credit(story);
  complaints(story);
  records(story);
  vouching(story);
  reactions(story);
  edits(story);
}
