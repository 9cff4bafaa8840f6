// What a running gate says of itself when it is asked (`/-/status`): for `status` and `doctor`.

import { z } from "zod";
import { contactModes } from "../model/contact-mode.ts";
import { modes } from "../model/mode.ts";

const trouble = z.object({
  /** When it last happened. */
  at: z.number(),
  what: z.string(),
  because: z.string(),
  times: z.int(),
});

const homeServer = z.object({
  /** Its own names, the one where its actors live first. */
  hosts: z.array(z.string()),
  /** NodeInfo's name for it; "unknown" before it was heard. */
  software: z.string(),
  version: z.string(),
  accepts: z.array(z.string()),
  /** Of those, what only its answers showed. */
  learned: z.array(z.string()),
  drops: z.array(z.string()),
  refusesPlainly: z.boolean(),
  replayWindowMs: z.number(),
});

/** People whose public list of whom they follow could be read, and who show none. */
const following = z.object({ readable: z.int(), hidden: z.int(), followed: z.int() });

/** How first contacts are taken; `waited`: those that lately waited because of that. */
const contacts = z.object({
  mode: z.enum(contactModes),
  configured: z.enum(contactModes),
  orderedBy: z.string().nullable(),
  waited: z.object({ since: z.number(), lastAt: z.number(), contacts: z.int() }).nullable(),
});

/** Moments are milliseconds since 1970. */
export const gateStatusShape = z.object({
  run: z.string(),
  pid: z.int(),
  version: z.string(),
  startedAt: z.number(),
  mode: z.enum(modes),
  modeSince: z.number(),
  /** Who ordered the mode, where the configuration did not decide. */
  orderedBy: z.string().nullable(),
  configuredMode: z.enum(modes),
  guardShare: z.number(),
  shadow: z.string().nullable(),
  contacts: contacts.optional(),
  homeServer,
  following: following.optional(),
  checks: z.record(z.string(), z.boolean()),
  memoryBytes: z.number(),
  troubles: z.array(trouble),
});

export type GateStatus = z.infer<typeof gateStatusShape>;
export type Trouble = z.infer<typeof trouble>;
