import { hintedTie } from "./hinted-tie.ts";
import { note, stories, unknown } from "./stories.ts";

stories(hintedTie, [
  ["all seem to follow it", note(), { hintedRecipients: 1, unsolicitedRecipients: 1 }, 1],
  ["one of four", note(), { hintedRecipients: 1, unsolicitedRecipients: 4 }, 0.25],
  ["no hint", note(), { hintedRecipients: 0, unsolicitedRecipients: 1 }, 0],
  ["hints not known in time", note(), { hintedRecipients: unknown, unsolicitedRecipients: 1 }, 0],
  ["ties not known in time", note(), { hintedRecipients: 1, unsolicitedRecipients: unknown }, 0],
]);
