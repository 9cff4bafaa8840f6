import assert from "node:assert/strict";
import { test } from "node:test";
import { inspect } from "node:util";
import { loadConfig } from "./config.ts";
import type { ConfigInput } from "./config-given.ts";
import { describeSource } from "./config-given.ts";

const password = "BREAKWATER_NOTIFY_EMAIL_PASSWORD";

function problemsIn(input: ConfigInput): string {
  const loaded = loadConfig(input);
  assert.ok(!loaded.ok, "it should not have loaded");
  return loaded.error.map((one) => `${describeSource(one.source)}: ${one.problem}`).join("\n");
}

test("a secret in the environment counts, and is printed nowhere", () => {
  const loaded = loadConfig({ environment: { [password]: "open sesame" } });
  assert.ok(loaded.ok);
  const { config, shown } = loaded.value;
  assert.equal(config.notify.email.password?.reveal(), "open sesame");
  assert.equal(shown.find(({ name }) => name === "notify.email.password")?.value, "***");
  const everything = [JSON.stringify(loaded.value), inspect(loaded.value, { depth: 9 })];
  assert.doesNotMatch([...everything, String(config.notify.email.password)].join("\n"), /sesame/);
});

test("a secret in the settings' file is refused, without repeating it", () => {
  const text = "notify:\n  email:\n    password: open sesame\n";
  const problems = problemsIn({ file: { name: "b.yaml", text } });
  assert.equal(
    problems,
    "b.yaml:3:5: notify.email.password is a secret and must not stand here: set " +
      `${password} in the environment, or name a file that holds it in notify.email.password_file`,
  );
  const long = problemsIn({ environment: { [password]: "sesame ".repeat(200) } });
  assert.match(long, /must be a text of at most 1024 characters/);
  assert.doesNotMatch(long, /sesame/);
});

test("a secret and a file for it at once are one too many", () => {
  const text = "notify:\n  email:\n    password_file: mail.txt\n";
  const environment = { [password]: "open sesame" };
  assert.match(
    problemsIn({ file: { name: "b.yaml", text }, environment }),
    /password and notify\.email\.password_file must not both be given/,
  );
});

test("a mail server's address says how it is spoken to, and holds no password", () => {
  const serverIn = (text: string) => {
    const loaded = loadConfig({ environment: { BREAKWATER_NOTIFY_EMAIL_SERVER: text } });
    return loaded.ok ? loaded.value.config.notify.email.server : "refused";
  };
  assert.deepEqual(serverIn("smtps://mail.example"), {
    ...{ host: "mail.example", port: 465, tls: true },
  });
  assert.deepEqual(serverIn("smtp://[::1]:25"), { host: "::1", port: 25, tls: false });
  for (const text of [
    "mail.example:25",
    "smtp://a:b@mail.example",
    "http://mail.example",
    "smtp://",
  ])
    assert.equal(serverIn(text), "refused", text);
});
