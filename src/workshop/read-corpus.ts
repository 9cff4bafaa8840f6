// Reads every document below a folder, as the gate would, and says what it could not
// understand: `node src/workshop/read-corpus.ts DIR [--show]`.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { audienceOf } from "../engine/audience.ts";
import { read } from "../engine/read.ts";
import { domainOf } from "../engine/text/domain.ts";
import { type Activity, type Document, nothingOfItsOwn, type Post } from "../model/activity.ts";
import type { Arrival } from "../model/arrival.ts";
import { type ActorId, type Host, hostOf } from "../model/ids.ts";
import { parseDocument } from "../model/parse.ts";
import type { Reading } from "../model/reading.ts";
import { undelivered } from "./undelivered.ts";

function readCorpus(root: string, show: boolean): void {
  const kinds = new Map<string, number>();
  const complaints: string[] = [];
  for (const file of documentsIn(root)) {
    const parsed = parseDocument(readFileSync(join(root, file)));
    if (!parsed.ok) {
      complaints.push(`refused ${file}: ${parsed.error.kind}, ${parsed.error.because}`);
      continue;
    }
    const document = parsed.value;
    kinds.set(document.kind, (kinds.get(document.kind) ?? 0) + 1);
    const activity = activityIn(document);
    if (activity === undefined) continue;
    const reading = read(arrivalOf(activity));
    if (show) process.stdout.write(`${file}\n${JSON.stringify(reading, undefined, 1)}\n`);
    if (mustSay.has(activity.kind) && isEmpty(reading)) complaints.push(`empty   ${file}`);
  }
  const counts = [...kinds].map(([kind, count]) => `${count} ${kind}`).join(", ");
  process.stdout.write(`${complaints.join("\n")}\nread: ${counts}\n`);
}

/** Kinds of which a reading without anything in it would be a mistake of ours. */
const mustSay: ReadonlySet<string> = new Set(["create", "announce", "follow"]);

/** Captured headers and the list of sources stand beside the documents. */
function documentsIn(root: string): readonly string[] {
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json") && !file.endsWith(".headers.json"))
    .filter((file) => file !== "index.json")
    .sort();
}

/** A bare post is read as if its author had just sent it. */
function activityIn(document: Document): Activity | undefined {
  if (document.kind === "activity") return document.activity;
  return document.kind === "post" ? creationOf(document.post) : undefined;
}

function creationOf(post: Post): Activity {
  return {
    kind: "create",
    type: "Create",
    id: undefined,
    actor: post.attributedTo[0] ?? ("https://unknown.example/" as ActorId),
    addressed: post.addressed,
    published: post.published,
    objects: [{ kind: "post", post }],
    target: undefined,
    instrument: undefined,
    content: undefined,
    carries: nothingOfItsOwn,
  };
}

function arrivalOf(activity: Activity): Arrival {
  const host = hostOf(activity.actor) ?? ("" as Host);
  const home = { hosts: ["home.example" as Host], actors: undefined };
  return {
    ...undelivered,
    activity,
    sender: { actor: activity.actor, host, domain: domainOf(host), proven: false },
    audience: audienceOf(activity, "/inbox", home),
  };
}

function isEmpty(reading: Reading): boolean {
  const { text, links, attachments, about } = reading;
  return text === "" && links.length === 0 && attachments === 0 && about.length === 0;
}

const [folder, ...options] = process.argv.slice(2);
if (folder === undefined) {
  process.stderr.write("usage: read-corpus DIR [--show]\n");
  process.exitCode = 2;
} else readCorpus(folder, options.includes("--show"));
