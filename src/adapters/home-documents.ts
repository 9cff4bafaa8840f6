// The home server's own documents, as it shows them to everybody: past the gate, unsigned.

import { hostOf } from "../model/ids.ts";
import type { UpstreamAnswer } from "../model/kept.ts";
import type { FetchAnswer, Network } from "../ports/network.ts";
import type { Passage } from "../ports/passage.ts";
import { askOver } from "./upstream-ask.ts";

const accept =
  'application/activity+json, application/ld+json; profile="https://www.w3.org/ns/activitystreams"';

/** Asks the home server for its own URLs, whatever host they name; redirects are not followed. */
export function homeDocuments(passage: Pick<Passage, "pass">): Network {
  const ask = askOver(passage, accept);
  return {
    async get(url) {
      const parsed = URL.parse(url);
      if (parsed === null) return { kind: "failed", because: "not a web address" };
      return answerOf(url, await ask(parsed.pathname + parsed.search, hostOf(url)));
    },
  };
}

function answerOf(url: string, answer: UpstreamAnswer): FetchAnswer {
  if (answer.kind === "unreachable") return { kind: "failed", because: answer.because };
  const { status } = answer;
  if (status === 200) return { kind: "found", url, body: new TextDecoder().decode(answer.body) };
  if (status === 404 || status === 410) return { kind: "gone", status };
  if (status === 401 || status === 403) return { kind: "denied", status };
  return { kind: "failed", because: `it answered ${status}` };
}
