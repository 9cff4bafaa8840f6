import { developedProfile } from "./developed-profile.ts";
import { bareProfile, note, profile, stories, unknown } from "./stories.ts";

stories(developedProfile, [
  ["name, picture and bio", note(), { profile: profile() }, 1],
  [
    "fields instead of a bio",
    note(),
    {
      profile: profile({ summary: undefined, fields: [{ name: "site", value: "herons.example" }] }),
    },
    1,
  ],
  ["no picture", note(), { profile: profile({ icon: undefined }) }, 0],
  ["the handle again for a name", note(), { profile: profile({ name: "sam" }) }, 0],
  ["a bio of empty paragraphs", note(), { profile: profile({ summary: "<p> </p>" }) }, 0],
  ["nothing at all", note(), { profile: bareProfile }, 0],
  ["not to be had", note(), { profile: unknown }, 0],
]);
