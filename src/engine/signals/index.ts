// All signals, alphabetically by symbol; nothing registers itself on import.

import { alikeStrangers } from "./alike-strangers.ts";
import { answersLocalPost } from "./answers-local-post.ts";
import { bareMention } from "./bare-mention.ts";
import { beyondAllowance } from "./beyond-allowance.ts";
import { campaign } from "./campaign.ts";
import { campaignBeyondAllowance } from "./campaign-beyond-allowance.ts";
import { closedFellows } from "./closed-fellows.ts";
import { complainedOf } from "./complained-of.ts";
import { condemnedBefore } from "./condemned-before.ts";
import { condemnedCampaign } from "./condemned-campaign.ts";
import { developedProfile } from "./developed-profile.ts";
import { disguise } from "./disguise.ts";
import { editSwap } from "./edit-swap.ts";
import { emptyProfile } from "./empty-profile.ts";
import { goodDays } from "./good-days.ts";
import { hintedTie } from "./hinted-tie.ts";
import { hostBeyondAllowance } from "./host-beyond-allowance.ts";
import { hostCondemned } from "./host-condemned.ts";
import { hostSurge } from "./host-surge.ts";
import { manyMentions } from "./many-mentions.ts";
import { newcomer } from "./newcomer.ts";
import { postsComeHere } from "./posts-come-here.ts";
import { repeatedLink } from "./repeated-link.ts";
import { repeatsItself } from "./repeats-itself.ts";
import { reusedId } from "./reused-id.ts";
import type { AnySignal } from "./signal.ts";
import { spamWords } from "./spam-words.ts";
import { strangerDirect } from "./stranger-direct.ts";
import { strangerLink } from "./stranger-link.ts";
import { strangerMentions } from "./stranger-mentions.ts";
import { unknownHost } from "./unknown-host.ts";
import { vouchedFor } from "./vouched-for.ts";
import { wave } from "./wave.ts";
import { welcomed } from "./welcomed.ts";
import { wellKnownHost } from "./well-known-host.ts";

export const signals: readonly AnySignal[] = [
  alikeStrangers,
  answersLocalPost,
  bareMention,
  beyondAllowance,
  campaign,
  campaignBeyondAllowance,
  closedFellows,
  complainedOf,
  condemnedBefore,
  condemnedCampaign,
  developedProfile,
  disguise,
  editSwap,
  emptyProfile,
  goodDays,
  hintedTie,
  hostBeyondAllowance,
  hostCondemned,
  hostSurge,
  manyMentions,
  newcomer,
  postsComeHere,
  repeatedLink,
  repeatsItself,
  reusedId,
  spamWords,
  strangerDirect,
  strangerLink,
  strangerMentions,
  unknownHost,
  vouchedFor,
  wave,
  welcomed,
  wellKnownHost,
];
