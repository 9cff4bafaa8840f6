// A small traffic log, a line at a time, for stories about filters.

import { day, isoTime, minute, parseTime } from "../../base/units.ts";
import type { Filter } from "../filter.ts";

/** What a story's post is; everything has a default. */
export interface Posted {
  readonly from?: string;
  /** Days before it is sent; null: its host does not say. */
  readonly accountDays?: number | null;
  /** HTML. */
  readonly says?: string;
  /** Names of people here. */
  readonly mentions?: readonly string[];
  readonly mentionsElsewhere?: readonly string[];
  readonly pictures?: number;
  readonly hashtags?: readonly string[];
  readonly type?: "Create" | "Update";
  /** Names of people here to whom it goes without naming them. */
  readonly to?: readonly string[];
}

const begin = parseTime("2026-03-02T08:00:00.000Z") ?? 0;

export function localPerson(name: string): string {
  return `https://home.example/users/${name}`;
}

export const stranger = "https://harbor.example/users/sal";

/** Feeds a filter one thing after the other, a minute apart, and says what became of it. */
export class LogPen {
  readonly #filter: Filter;
  #at = begin;
  #serial = 0;
  #opened = false;

  constructor(filter: Filter) {
    this.#filter = filter;
  }

  wait(ms: number): void {
    this.#at += ms;
  }

  async local(action: string, by: string, actor: string): Promise<void> {
    await this.#line({ type: "local", action, by: localPerson(by), actor });
  }

  async label(delivery: string, label: "spam" | "ham"): Promise<void> {
    await this.#line({ type: "label", delivery, label, by: "moderator" });
  }

  /** What became of it at once; undefined while nothing did. */
  async post(posted: Posted): Promise<string | undefined> {
    return (await this.posted(posted)).outcome;
  }

  async posted(posted: Posted): Promise<{ delivery: string; outcome: string | undefined }> {
    const { from = stranger, accountDays = 400 } = posted;
    await this.#document(from, accountDays);
    return this.#deliver(from, this.#create(from, posted));
  }

  async follow(person: string, from: string, accountDays: number): Promise<string | undefined> {
    await this.#document(from, accountDays);
    const id = `${from}#follows/${this.#serial}`;
    const activity = { type: "Follow", id, actor: from, object: localPerson(person) };
    return (await this.#deliver(from, activity)).outcome;
  }

  /** What became of anything when the clock runs on. */
  async finish(): Promise<ReadonlyMap<string, string>> {
    const fates = await this.#filter.finish();
    return new Map(fates.map(({ delivery, outcome }) => [delivery, outcome]));
  }

  async #document(actor: string, accountDays: number | null): Promise<void> {
    const published = isoTime((this.#at - (accountDays ?? 0) * day) as never);
    const body = {
      ...{ type: "Person", id: actor, preferredUsername: "sal", inbox: `${actor}/inbox` },
      ...(accountDays === null ? {} : { published }),
    };
    await this.#line({ type: "document", url: actor, body });
  }

  async #deliver(from: string, activity: object) {
    const delivery = `d${this.#serial++}`;
    const line = { type: "delivery", id: delivery, inbox: "/inbox", ip: "203.0.113.9", activity };
    const fates = await this.#line({ ...line, signature: "valid", signedBy: from });
    return { delivery, outcome: fates.find((fate) => fate.delivery === delivery)?.outcome };
  }

  #create(from: string, posted: Posted): object {
    const { says = "Good morning!", mentions = ["ada"], type = "Create", to = [] } = posted;
    const { mentionsElsewhere = [], pictures = 0, hashtags = [] } = posted;
    const id = `${from}/statuses/${this.#serial}`;
    const hrefs = [...mentions.map(localPerson), ...mentionsElsewhere];
    const host = new URL(from).origin;
    const object = {
      ...{ type: "Note", id, url: id, attributedTo: from, content: `<p>${says}</p>` },
      ...{ to: ["https://www.w3.org/ns/activitystreams#Public"] },
      cc: [...hrefs, ...to.map(localPerson)],
      tag: [
        ...hrefs.map((href) => ({ type: "Mention", href })),
        ...hashtags.map((name) => ({ type: "Hashtag", name, href: `${host}/tags/${name}` })),
      ],
      attachment: Array.from({ length: pictures }, (_, i) => {
        return { type: "Document", mediaType: "image/png", url: `${host}/media/${i}.png` };
      }),
    };
    return { type, id: `${id}/activity`, actor: from, to: object.to, cc: object.cc, object };
  }

  async #line(event: object) {
    if (!this.#opened) {
      this.#opened = true;
      const home = { origin: "https://home.example", actors: "https://home.example/users/" };
      await this.#feed({ type: "traffic-log", version: 1, home });
    }
    this.#at += minute;
    return this.#feed(event);
  }

  async #feed(event: object) {
    return this.#filter.feed(JSON.stringify({ ...event, at: isoTime(this.#at as never) }));
  }
}
