// Is this request target an inbox? Servers read odd paths in different ways, so whatever any of
// them might take for an inbox is one: a path that we misread would be a way round the gate.

/** Rails takes `/inbox.json`, others `/inbox;v=1`; `inbox-zero` and `inboxes` are other words. */
const inboxSegment = /^(?:shared[-_]?)?inbox(?![a-z0-9_-])/;

/** As nearly every delivery has it; what looks otherwise is looked at closely. */
const plainInbox = /^(?:\/users\/\w+)?\/inbox$/;

/** Percent-decoding more than twice is a game, not a server. */
const decodingsMax = 2;

// An inbox path that an operator added, like `/api/*/receive`: `*` stands for one segment.
export type InboxPattern = readonly string[];

export function parseInboxPattern(text: string): InboxPattern {
  return segmentsOf(text.toLowerCase());
}

/** `target`: path and query as they came, or an absolute URL. */
export function mayBeInbox(target: string, extra: readonly InboxPattern[] = []): boolean {
  if (plainInbox.test(target)) return true;
  const whole = withoutOrigin(target).toLowerCase();
  return (
    isInboxPath(withoutQuery(whole), extra) || routesOf(whole).some((route) => isInboxPath(route))
  );
}

/** However often it is percent-encoded, within reason. */
function isInboxPath(encoded: string, extra: readonly InboxPattern[] = []): boolean {
  let path = encoded;
  for (let i = 0; i <= decodingsMax; i++) {
    if (looksLikeInbox(path, extra)) return true;
    const decoded = decode(path);
    if (decoded === path) return false;
    path = decoded;
  }
  return false;
}

function looksLikeInbox(path: string, extra: readonly InboxPattern[]): boolean {
  const segments = segmentsOf(path);
  const resolved = resolveDots(segments);
  if (inboxSegment.test(lastNamed(segments)) || inboxSegment.test(resolved.at(-1) ?? "")) {
    return true;
  }
  if (isNamedInbox(segments) || isNamedInbox(resolved)) return true;
  return extra.some((pattern) => fits(resolved, pattern));
}

/** Friendica and Hubzilla have `/inbox/alice`, Ghost has `/.ghost/activitypub/inbox/index`. */
function isNamedInbox(segments: readonly string[]): boolean {
  const [inbox = "", before] = segments.slice(0, -1).reverse();
  return inboxSegment.test(inbox) && (before === undefined || before === "activitypub");
}

/** PHP takes `rest.route` and `rest%20route` for `rest_route`, and blanks before it for nothing. */
const routeName = /^ *rest[_. +[]route$/;

/** WordPress without pretty addresses: `/?rest_route=/activitypub/1.0/inbox`. */
function routesOf(target: string): readonly string[] {
  const start = target.indexOf("?");
  if (start === -1) return [];
  const routes: string[] = [];
  for (const parameter of target.slice(start + 1).split("&")) {
    const [name = "", ...value] = parameter.split("=");
    if (routeName.test(decode(name))) routes.push(value.join("="));
  }
  return routes;
}

function fits(segments: readonly string[], pattern: InboxPattern): boolean {
  if (segments.length !== pattern.length) return false;
  return pattern.every((wanted, i) => wanted === "*" || wanted === segments[i]);
}

/** Slashes of both kinds; empty segments mean nothing; blanks and controls at the ends neither. */
function segmentsOf(path: string): string[] {
  return path
    .split(/[/\\]+/)
    .map(withoutBlanks)
    .filter((segment) => segment !== "");
}

/** A loop, not a pattern: `\s+$` takes quadratic time over a long run of blanks. */
function withoutBlanks(segment: string): string {
  let [start, end] = [0, segment.length];
  while (start < end && segment.charCodeAt(start) <= 0x20) start += 1;
  while (end > start && segment.charCodeAt(end - 1) <= 0x20) end -= 1;
  return segment.slice(start, end);
}

function resolveDots(segments: readonly string[]): string[] {
  const resolved: string[] = [];
  for (const segment of segments) {
    if (segment === "..") resolved.pop();
    else if (segment !== ".") resolved.push(segment);
  }
  return resolved;
}

/** For a server that ignores dot segments rather than resolving them. */
function lastNamed(segments: readonly string[]): string {
  return segments.findLast((segment) => segment !== "." && segment !== "..") ?? "";
}

function withoutOrigin(target: string): string {
  return target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, "");
}

function withoutQuery(path: string): string {
  const end = path.search(/[?#]/);
  return end === -1 ? path : path.slice(0, end);
}

/** Byte by byte: only ASCII matters here, and nothing is malformed. */
function decode(path: string): string {
  return path
    .replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    .toLowerCase();
}
