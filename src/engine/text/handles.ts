// Handles of people of one host, as plain text has them: `@ada@home.example`.

import { listLengthMax } from "../../base/limits.ts";

/**
 * Names before `@host`, in lower case, each once; an e-mail address is no handle. Most texts have
 * no `@`, and are not looked at twice. Bounded by `listLengthMax`; linear in the text.
 */
export function handlesIn(text: string, host: string): ReadonlySet<string> {
  if (!text.includes("@")) return none;
  const lower = text.toLowerCase();
  const at = `@${host}`;
  const names = new Set<string>();
  for (let here = lower.indexOf(at); here !== -1; here = lower.indexOf(at, here + at.length)) {
    const name = namedBefore(lower, here);
    if (name !== undefined && !goesOn(lower, here + at.length)) names.add(name);
    if (names.size === listLengthMax) break;
  }
  return names;
}

const none: ReadonlySet<string> = new Set();

/** No server has longer names; DNS labels, which some names are, end at 63. */
const nameLengthMax = 64;

function namedBefore(text: string, end: number): string | undefined {
  return /@([\w.-]+)$/.exec(text.slice(Math.max(0, end - nameLengthMax - 1), end))?.[1];
}

/** `home.example.evil.example` is another host; `home.example.` ends a sentence. */
function goesOn(text: string, end: number): boolean {
  return /^(?:[\w-]|\.[\w-])/.test(text.slice(end, end + 2));
}
