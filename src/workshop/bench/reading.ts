// What parsing, reading and finding the audience of a delivery cost, beside JSON.parse alone
// and beside the tokenizer that reading is built on.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Tokenizer } from "htmlparser2";
import { audienceOf } from "../../engine/audience.ts";
import { read } from "../../engine/read.ts";
import { hash64 } from "../../engine/text/hash.ts";
import { normalize } from "../../engine/text/normalize.ts";
import type { Activity } from "../../model/activity.ts";
import type { Arrival } from "../../model/arrival.ts";
import type { Home } from "../../model/home.ts";
import type { ActorId, Host } from "../../model/ids.ts";
import { parseActivity } from "../../model/parse.ts";
import { undelivered } from "../undelivered.ts";
import type { BenchOptions, Row } from "./main.ts";

/** Rounds of a measurement, and repetitions in one round of a single post. */
const rounds = 15;
const repetitions = 2000;

export async function benchReading({ smoke, corpus }: BenchOptions): Promise<readonly Row[]> {
  const measure = smoke ? measured(1, 10) : measured(rounds, repetitions);
  const post = medianPost();
  const activity = parsed(post);
  const arrival = arrivalOf(activity);
  const html = contentOf(activity);
  const text = read(arrival).text;
  const json = measure("JSON.parse, a median post", () => JSON.parse(textOf(post)));
  const rows = [
    json,
    beside(
      json,
      measure("parse", () => parseActivity(post)),
    ),
    beside(
      json,
      measure("audience", () => audienceOf(activity, "/inbox", home)),
    ),
    beside(
      json,
      measure("tokenizing its HTML alone", () => tokenize(html)),
    ),
    beside(
      json,
      measure("read", () => read(arrival)),
    ),
    beside(
      json,
      measure("normalize, its text", () => normalize(text)),
    ),
    beside(
      json,
      measure("normalize, the same with accents", () => normalize(`é${text}`)),
    ),
    beside(
      json,
      measure("hash, its text", () => hash64(text)),
    ),
  ];
  return corpus === undefined ? rows : [...rows, ...benchCorpus(corpus, smoke)];
}

/** The median over all activities of a folder, each measured by itself. */
function benchCorpus(folder: string, smoke: boolean): readonly Row[] {
  const bodies = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".json"))
    .map((file) => new Uint8Array(readFileSync(join(folder, file))))
    .filter((body) => parseActivity(body).ok);
  const arrivals = bodies.map((body) => arrivalOf(parsed(body)));
  const measure = smoke ? measured(1, 1) : measured(rounds, 20);
  const each =
    <T>(things: readonly T[], step: (thing: T) => unknown) =>
    (): void => {
      for (const thing of things) step(thing);
    };
  const share = (row: Row): Row => scaled(row, 1 / Math.max(1, bodies.length));
  return [
    share(measure(`parse, mean of ${bodies.length} activities`, each(bodies, parseActivity))),
    share(measure("read, mean of the same", each(arrivals, read))),
  ];
}

type Measure = (name: string, step: () => unknown) => Row;

function measured(times: number, repeat: number): Measure {
  return (name, step) => {
    for (let i = 0; i < repeat; i++) step();
    const took = Array.from({ length: times }, () => microseconds(step, repeat));
    took.sort((a, b) => a - b);
    const at = (share: number): number => took[Math.floor((took.length - 1) * share)] ?? 0;
    return { name, median: at(0.5), min: at(0), max: at(1), unit: "µs of CPU" };
  };
}

/** CPU, not wall time: what else the machine does should not count. */
function microseconds(step: () => unknown, repeat: number): number {
  const start = process.cpuUsage();
  for (let i = 0; i < repeat; i++) step();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / repeat;
}

function beside(reference: Row, row: Row): Row {
  return { ...row, ratio: { to: reference.name, value: row.median / reference.median } };
}

function scaled({ median, min, max, ...row }: Row, by: number): Row {
  return { ...row, median: median * by, min: min * by, max: max * by };
}

function tokenize(html: string): number {
  let count = 0;
  const tick = (): void => {
    count++;
  };
  const tokenizer = new Tokenizer(
    {},
    {
      ...{ onattribdata: tick, onattribentity: tick, onattribend: tick, onattribname: tick },
      ...{ oncdata: tick, onclosetag: tick, oncomment: tick, ondeclaration: tick, onend: tick },
      ...{ onopentagend: tick, onopentagname: tick, onprocessinginstruction: tick },
      ...{ onselfclosingtag: tick, ontext: tick, ontextentity: tick },
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return count;
}

const home: Home = { hosts: ["home.example" as Host], actors: "https://home.example/users/" };

/** 120 characters of text, one mention, one link: what a reply usually looks like. */
function medianPost(): Uint8Array {
  return new Uint8Array(readFileSync(new URL(medianFixture, import.meta.url)));
}

const medianFixture = "../../../fixtures/mastodon/create-note-reply.json";

function textOf(body: Uint8Array): string {
  return new TextDecoder().decode(body);
}

function parsed(body: Uint8Array): Activity {
  const activity = parseActivity(body);
  if (!activity.ok) throw new Error(`not an activity: ${activity.error.because}`);
  return activity.value;
}

function contentOf(activity: Activity): string {
  const object = activity.objects[0];
  return object?.kind === "post" ? (object.post.bodies[0]?.text ?? "") : "";
}

function arrivalOf(activity: Activity): Arrival {
  const sender = {
    actor: "https://remote.example/users/bob" as ActorId,
    host: "remote.example" as Host,
    domain: "remote.example",
    proven: false,
  };
  return {
    ...undelivered,
    activity,
    sender,
    audience: audienceOf(activity, "/inbox", home),
  };
}
