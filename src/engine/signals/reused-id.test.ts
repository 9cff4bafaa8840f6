import { reusedId } from "./reused-id.ts";
import { note, stories, unknown } from "./stories.ts";

stories(reusedId, [
  ["a first post under its id", note(), { otherBodies: 0 }, 0],
  ["what is kept was not known in time", note(), { otherBodies: unknown }, 0],
  ["a retry that was written anew", note(), { otherBodies: 1 }, 0.5],
  ["a tool with one id for everything", note(), { otherBodies: 2 }, 1],
  ["more of the same", note(), { otherBodies: 9 }, 1],
]);
