import { emptyProfile } from "./empty-profile.ts";
import { bareProfile, note, profile, stories, unknown } from "./stories.ts";

stories(emptyProfile, [
  ["nothing at all", note(), { profile: bareProfile }, 1],
  [
    "a script that repeats the handle as a name",
    note(),
    {
      profile: profile({ name: "sam", summary: "", icon: undefined }),
    },
    1,
  ],
  [
    "a name and nothing else",
    note(),
    {
      profile: profile({ summary: undefined, icon: undefined }),
    },
    0.4,
  ],
  ["a blind person without a picture", note(), { profile: profile({ icon: undefined }) }, 0],
  ["everything", note(), { profile: profile() }, 0],
  ["a bot that says it is one", note(), { profile: { ...bareProfile, type: "Service" } }, 0],
  ["a group", note(), { profile: { ...bareProfile, type: "Group" } }, 0],
  ["not to be had", note(), { profile: unknown }, 0],
]);
