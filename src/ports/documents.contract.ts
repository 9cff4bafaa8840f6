// What every cache of documents promises, as stories.

import { deepEqual, equal } from "node:assert/strict";
import { test } from "node:test";
import type { ActorId } from "../model/ids.ts";
import type { CachedDocument, Documents } from "./documents.ts";
import { later, start } from "./kept.fixture.ts";

/** Documents that hold at most `documentsMax`, and how to put them away. */
export interface OpenDocuments {
  readonly documents: Documents;
  readonly close: () => Promise<void>;
}

type Story = (documents: Documents) => Promise<void>;

export function documentsContract(
  adapter: string,
  open: (documentsMax: number) => Promise<OpenDocuments>,
): void {
  const tell = (name: string, story: Story): void => {
    void test(`${adapter}: ${name}`, async () => {
      const { documents, close } = await open(3);
      try {
        await story(documents);
      } finally {
        await close();
      }
    });
  };

  tell("a document comes back as it was put", async (documents) => {
    equal(await documents.get(url(1)), undefined);
    for (const document of [found(1, "{}"), gone(2), failed(3)]) await documents.put(document);
    deepEqual(await documents.get(url(1)), found(1, "{}"));
    deepEqual(await documents.get(url(2)), gone(2));
    deepEqual(await documents.get(url(3)), failed(3));
  });

  tell("a later copy replaces the earlier", async (documents) => {
    await documents.put(found(1, "old"));
    const newer = { ...found(1, "new"), fetchedAt: later(1000) };
    await documents.put(newer);
    deepEqual(await documents.get(url(1)), newer);
    await documents.put(gone(1));
    deepEqual(await documents.get(url(1)), gone(1));
  });

  tell("two puts at once end in the order they were called", async (documents) => {
    await Promise.all([documents.put(found(1, "first")), documents.put(found(1, "second"))]);
    deepEqual(await documents.get(url(1)), found(1, "second"));
  });
  findingStories(tell);
}

function findingStories(tell: (name: string, story: Story) => void): void {
  const actor = url(1) as ActorId;
  const at = (address: string, body = "{}"): CachedDocument => {
    return { url: address, fetchedAt: start, outcome: { kind: "found", body } };
  };

  tell("what is about an actor is found and forgotten, and nothing else", async (documents) => {
    const key = at(`${actor}#main-key`);
    const post = at("https://remote.example/p/1", `{"attributedTo":"${actor}"}`);
    const another = at(`${actor}0`, `{"id":"${actor}0"}`);
    for (const document of [key, post, another]) await documents.put(document);
    deepEqual(await documents.about(actor), [post, key]);
    equal(await documents.forget(actor), 2);
    deepEqual(await documents.about(actor), []);
    equal(await documents.get(key.url), undefined);
    deepEqual(await documents.get(another.url), another);
    const escaped = at("https://remote.example/p/2", `{"actor":"${actor.replaceAll("/", "\\/")}"}`);
    await documents.put(escaped);
    await documents.put(gone(1));
    equal(await documents.forget(actor), 2);
  });

  tell("addresses below another are found in their order", async (documents) => {
    for (const number of [2, 1]) await documents.put(found(number, "{}"));
    await documents.put(at("https://remote.example.test/users/1"));
    const below = await documents.below("https://remote.example/", 9);
    deepEqual(below, [found(1, "{}"), found(2, "{}")]);
    equal((await documents.below("https://remote.example", 2)).length, 2);
  });
}

/** Asked of a second look at the same documents, where nothing is remembered but what is kept. */
export function boundedDocumentsContract(
  adapter: string,
  open: (
    documentsMax: number,
  ) => Promise<OpenDocuments & { readonly look: () => Promise<OpenDocuments> }>,
): void {
  void test(`${adapter}: what was put longest ago goes first`, async () => {
    const { documents, look, close } = await open(3);
    for (const number of [1, 2, 3, 1, 4]) await documents.put(found(number, "{}"));
    const again = await look();
    equal(await again.documents.get(url(2)), undefined);
    for (const number of [1, 3, 4]) {
      deepEqual(await again.documents.get(url(number)), found(number, "{}"));
    }
    await again.close();
    await close();
  });
}

function url(number: number): string {
  return `https://remote.example/users/${number}`;
}

function found(number: number, body: string): CachedDocument {
  return { url: url(number), fetchedAt: start, outcome: { kind: "found", body } };
}

function gone(number: number): CachedDocument {
  return { url: url(number), fetchedAt: start, outcome: { kind: "gone" } };
}

function failed(number: number): CachedDocument {
  const outcome = { kind: "failed", because: "timed out" } as const;
  return { url: url(number), fetchedAt: start, outcome };
}
