import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { mayBeInbox, parseInboxPattern } from "./inbox-path.ts";

test("every spelling of an inbox that some server would take is one", () => {
  const inboxes = [
    ["/inbox", "the shared one"],
    ["/users/alice/inbox", "a person's"],
    ["/ap/users/1/inbox?x=1", "a query does not matter"],
    ["/shared-inbox", "snac's"],
    ["/sharedInbox", "others'"],
    ["/users/alice/inbox/", "a trailing slash"],
    ["//users//alice//inbox", "slashes twice"],
    ["/INBOX", "another case"],
    ["/%69nbox", "encoded"],
    ["/%2569nbox", "encoded twice"],
    ["/users%2Falice%2Finbox", "encoded slashes"],
    ["/x/../inbox", "dots that lead to it"],
    ["/inbox/.", "dots that stay"],
    ["/inbox/x/..", "dots that lead back"],
    ["/inbox/..", "dots that some ignore"],
    ["/inbox.json", "a format, as Rails reads it"],
    ["/inbox;v=1", "a parameter"],
    ["/inbox%00", "a NUL at the end"],
    ["/inbox%20", "a blank at the end"],
    ["/inbox%3Fx", "an encoded question mark"],
    ["/inbox#x", "a fragment"],
    ["/inbox/alice", "Friendica's and Hubzilla's"],
    ["/x/../inbox/alice?y", "dots that lead to it"],
    ["/.ghost/activitypub/inbox/index", "Ghost's"],
    ["/?rest_route=/activitypub/1.0/inbox", "WordPress' without pretty addresses"],
    ["/index.php?a=b&rest%5Froute=%2Factivitypub%2F1.0%2Factors%2F3%2Finbox&c", "the same"],
    ["/?rest.route=/activitypub/1.0/users/3/inbox#x", "as PHP reads names"],
    ["/relay/inbox", "Pleroma's relay"],
    ["/internal/fetch/inbox", "Pleroma's fetching actor"],
    ["/users\\alice\\inbox", "backslashes"],
    ["http://home.example/inbox", "an absolute target"],
    ["HTTP://home.example//inbox?x", "an odd absolute target"],
  ];
  for (const [target = "", why] of inboxes) assert.ok(mayBeInbox(target), `${target}: ${why}`);
});

test("what no server would take for an inbox is none", () => {
  const others = [
    "/",
    "",
    "*",
    "/inboxes",
    "/my-inbox",
    "/inbox-zero",
    "/inbox/alice/photos",
    "/api/inbox/1",
    "/?rest_route=/wp/v2/posts",
    "/?route=/inbox",
    "/?inbox",
    "/x?/inbox",
    "/users/alice/outbox",
    "/api/v1/statuses",
    "http://inbox",
    "http://inbox?/inbox",
  ];
  for (const target of others) assert.ok(!mayBeInbox(target), target);
});

test("an operator may name further inboxes", () => {
  const extra = [parseInboxPattern("/api/*/Receive")];
  assert.ok(mayBeInbox("/api/x/receive", extra));
  assert.ok(mayBeInbox("/API//x/%72eceive/", extra));
  assert.ok(!mayBeInbox("/api/receive", extra));
  assert.ok(!mayBeInbox("/api/x/y/receive", extra));
});

test("a long path of nothing takes no long time", () => {
  for (const piece of ["%20", "/", "%2f", "../", "%25", "\\", ";", "inbox-"]) {
    const target = `/x${piece.repeat(Math.floor(320_000 / piece.length))}x`;
    const startedAt = performance.now();
    mayBeInbox(target);
    assert.ok(performance.now() - startedAt < 2000, piece);
  }
});

test("any target is answered, and an inbox at its end is always seen", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 80 }), (target) => {
      mayBeInbox(target);
    }),
  );
  const segment = fc.stringMatching(/^[A-Za-z0-9._~!$&'()*+,;=:@-]{1,9}$/);
  fc.assert(
    fc.property(fc.array(segment), fc.constantFrom("inbox", "shared-inbox"), (before, last) => {
      assert.ok(mayBeInbox(`/${[...before, last].join("/")}`));
    }),
    { numRuns: 30 },
  );
});
