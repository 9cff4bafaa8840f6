// What every connector to a home server promises, as stories.

import { deepEqual, equal, match } from "node:assert/strict";
import { test } from "node:test";
import type { ObjectId } from "../model/ids.ts";
import type { HomeServerApi } from "./home-server-api.ts";

/** A connector, with the home server behind it in our hand. */
export interface ConnectedHome {
  readonly api: HomeServerApi;
  /** From now on the home server finds this post where it is. */
  publish(post: ObjectId): void;
  /** What it was made to fetch, in order, repeats included. */
  fetched(): readonly string[];
  /** From now on nobody answers. */
  goDown(): void;
  close(): Promise<void>;
}

const post = "https://remote.example/notes/1" as ObjectId;

export function homeServerApiContract(connector: string, open: () => Promise<ConnectedHome>): void {
  const tell = (name: string, story: (home: ConnectedHome) => Promise<void>): void => {
    void test(`${connector}: ${name}`, async () => {
      const home = await open();
      try {
        await story(home);
      } finally {
        await home.close();
      }
    });
  };

  tell("a post is fetched by the id that it has", async (home) => {
    home.publish(post);
    deepEqual(await home.api.resolve(post), { kind: "resolved" });
    deepEqual(home.fetched(), [post]);
  });

  tell("a post that is there already counts as resolved", async (home) => {
    home.publish(post);
    await home.api.resolve(post);
    deepEqual(await home.api.resolve(post), { kind: "resolved" });
  });

  tell("what can't be found is refused, with a reason to show", async (home) => {
    const answer = await home.api.resolve(post);
    equal(answer.kind, "refused");
    match(answer.kind === "refused" ? answer.because : "", /\w/);
  });

  tell("a home server that does not answer is worth another try", async (home) => {
    home.publish(post);
    home.goDown();
    equal((await home.api.resolve(post)).kind, "unavailable");
  });
}
