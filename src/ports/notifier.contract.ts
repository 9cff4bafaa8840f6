// What every way out to moderators promises, as stories. The other side is a real server.

import { equal, match, notEqual, ok } from "node:assert/strict";
import { test } from "node:test";
import type { Letter } from "../model/letter.ts";
import type { Address } from "../model/subscription.ts";
import type { Notifier } from "./notifier.ts";

/** What a person sees of a letter on the other side. */
export interface Received {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  readonly link: string | undefined;
}

/** What the other side does with what comes. `floods`: its answer does not end. */
export type Mood = "takes" | "refuses" | "hangs" | "floods";

export interface OpenNotifier<A extends Address> {
  /** Gives a step half a second at most. */
  readonly notifier: Notifier<A>;
  readonly to: A;
  setMood(mood: Mood): void;
  received(): readonly Received[];
  /** From now on nobody listens. */
  leave(): Promise<void>;
}

export function letterOf(more: Partial<Letter> = {}): Letter {
  return {
    id: "n-4f1c",
    kind: "notices",
    title: "Breakwater: wave c41",
    lines: ["48 posts are held.", "Nobody has ruled on them."],
    link: "https://desk.example/cases/c41",
    urgent: false,
    language: "en",
    notices: [],
    ...more,
  };
}

/** A well-meant bound: what waits for an answer must give up by itself. */
const giveUpMs = 15_000;

/** As text it is harmless; as a header, a command or markup it would not be. */
const hostile = letterOf({
  title: "波 «größer» \u{1F30A}",
  lines: ["RCPT TO:<other@home.example>", ".", "<script>alert(1)</script> & [x](http://e.example)"],
  link: undefined,
});

export function notifierContract<A extends Address>(
  adapter: string,
  open: () => Promise<OpenNotifier<A>>,
): void {
  const tell = (name: string, story: (opened: OpenNotifier<A>) => Promise<void>): void => {
    void test(`${adapter}: ${name}`, async () => {
      const opened = await open();
      try {
        await story(opened);
      } finally {
        await opened.leave();
      }
    });
  };

  tell("a letter arrives as it was written, and the answer is told", async (opened) => {
    const sent = await opened.notifier.send(opened.to, letterOf());
    ok(sent.kind === "taken" && sent.answer !== "", JSON.stringify(sent));
    const [one, ...more] = opened.received();
    equal(more.length, 0);
    equal(one?.title, "Breakwater: wave c41");
    match(one?.text ?? "", /^48 posts are held\.\nNobody has ruled on them\./);
    equal(one?.link, "https://desk.example/cases/c41");
  });

  tell("text stays text, in any language and whatever it looks like", async (opened) => {
    equal((await opened.notifier.send(opened.to, hostile)).kind, "taken");
    const [one, ...more] = opened.received();
    equal(more.length, 0);
    equal(one?.title, hostile.title);
    equal(one?.text.trimEnd(), hostile.lines.join("\n"));
    equal(one?.link, undefined);
  });

  tell("a letter sent again is known by its id", async (opened) => {
    await opened.notifier.send(opened.to, letterOf());
    await opened.notifier.send(opened.to, letterOf());
    await opened.notifier.send(opened.to, letterOf({ id: "n-4f1d" }));
    const [one, again, other] = opened.received();
    equal(again?.id, one?.id);
    notEqual(other?.id, one?.id);
  });

  tell("who says no is quoted", async (opened) => {
    opened.setMood("refuses");
    const sent = await opened.notifier.send(opened.to, letterOf());
    equal(sent.kind, "failed");
    match(sent.kind === "failed" ? sent.because : "", /it answered 5\d\d.*not today/);
  });

  tell("who never answers is given up", async (opened) => {
    opened.setMood("hangs");
    const begun = performance.now();
    equal((await opened.notifier.send(opened.to, letterOf())).kind, "failed");
    ok(performance.now() - begun < giveUpMs);
  });

  tell("of an answer without end only the beginning is read", async (opened) => {
    opened.setMood("floods");
    const begun = performance.now();
    const sent = await opened.notifier.send(opened.to, letterOf());
    ok(JSON.stringify(sent).length < 500, JSON.stringify(sent).slice(0, 600));
    ok(performance.now() - begun < giveUpMs);
  });

  tell("where nobody listens it fails in words", async (opened) => {
    await opened.leave();
    const sent = await opened.notifier.send(opened.to, letterOf());
    ok(sent.kind === "failed" && sent.because !== "", JSON.stringify(sent));
  });
}
