import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { shippedSettings } from "../engine/policy.ts";
import { loadConfig } from "./config.ts";
import { type ConfigInput, describeSource } from "./config-given.ts";

function fileOf(text: string): ConfigInput {
  return { file: { name: "breakwater.yaml", text } };
}

/** `place: sentence` of each problem. */
function problemsIn(input: ConfigInput): string[] {
  const loaded = loadConfig(input);
  assert.ok(!loaded.ok, "it should not have loaded");
  return loaded.error.map((one) => `${describeSource(one.source)}: ${one.problem}`);
}

function configIn(input: ConfigInput) {
  const loaded = loadConfig(input);
  assert.ok(loaded.ok, loaded.ok ? "" : JSON.stringify(loaded.error));
  return loaded.value;
}

test("an empty file is valid, and only watches", () => {
  for (const text of ["", "\n", "# nothing\n", "---\n", "signals:\n", "null"]) {
    const { config } = configIn(fileOf(text));
    assert.equal(config.mode, "watch", JSON.stringify(text));
    assert.equal(config.onFailure, "pass");
    assert.deepEqual(config.policy, shippedSettings);
  }
});

test("every value can be written, with its unit", () => {
  const { config } = configIn(
    fileOf(`
mode: guard
guard_share: 12.5%
shadow: bolder.yaml
upstream: http://127.0.0.1:3000
listen: "[::1]:8090"
admin: unix:/run/breakwater/admin.sock
public_url: https://gate.home.example
home: { origin: "https://home.example", actors: "https://home.example/users/" }
software: { name: mastodon, replay_window: 1h, accepts: [draft-cavage] }
trusted_proxies: [10.0.0.0/8]
network: { allow: ["127.0.0.1", "fd00::/8", "*.lab.example"] }
limits: { body: 256KiB }
on_failure: settle
expire_after: 7d
hold_at: 14
settle: { min: 90s, max: 1h 30m }
groups: { reach: { max: 6 } }
`),
  );
  assert.equal(config.guardShare, 0.125);
  assert.deepEqual(config.shadow, { file: "bolder.yaml", policy: undefined });
  assert.deepEqual(config.upstream, { kind: "tcp", host: "127.0.0.1", port: 3000 });
  assert.deepEqual(config.listen, { kind: "tcp", host: "::1", port: 8090 });
  assert.deepEqual(config.admin, { kind: "unix", path: "/run/breakwater/admin.sock" });
  assert.equal(config.limits.bodyBytes, 262_144);
  assert.equal(config.software.replayWindowMs, 3_600_000);
  assert.equal(config.expireAfterMs, 604_800_000);
  assert.equal(config.policy.settleMinMs, 90_000);
  assert.equal(config.policy.settleMaxMs, 5_400_000);
  assert.equal(config.policy.groupMax.reach, 6);
  assert.equal(config.policy.groupMax.trust, shippedSettings.groupMax.trust);
  assert.equal(config.policy.holdAt, 14);
});

test("an unknown key names the nearest known one, with file, line and column", () => {
  const text = "mode: watch\nsettle:\n  mni: 5m\nhold_att: 3\nthreshold: 1\n";
  const problems = problemsIn(fileOf(text)).sort();
  assert.match(
    problems[0] ?? "",
    /^breakwater\.yaml:3:3: .*"mni" below "settle"; did you mean "min"/,
  );
  assert.match(problems[1] ?? "", /^breakwater\.yaml:4:1: .*"hold_att"; did you mean "hold_at"\?/);
  assert.match(problems[2] ?? "", /^breakwater\.yaml:5:1: .*"threshold"; "breakwater config show"/);
});

test("a key in the wrong place is told its right one", () => {
  const [problem] = problemsIn(fileOf("actors: https://home.example/users/\n"));
  assert.match(problem ?? "", /it is named "home\.actors"/);
});

test("a wrong value says what to write instead", () => {
  const cases: [string, RegExp][] = [
    ["mode: wach", /1:1: mode must be watch, guard or off, not "wach"/],
    ["guard_share: 10", /guard_share must be a share in percent from 0% to 100%/],
    ["guard_share: 110%", /guard_share must be a share in percent/],
    ["settle: { min: 10 }", /1:11: settle\.min must be a time with its unit.*not 10/],
    ["settle: { min: 10 months }", /settle\.min must be a time with its unit/],
    ["limits: { body: 1 }", /limits\.body must be a size with its unit/],
    ["hold_at: high", /hold_at must be a number from -40 to 40, not "high"/],
    ["hold_at: .nan", /hold_at must be a number/],
    ["settle: 5m", /settle must have its settings below it/],
    ["groups: [1]", /groups must have its settings below it/],
    ["trusted_proxies: [10]", /must be a list of addresses or networks/],
    ["network: { allow: [home/example] }", /must be a list of addresses, networks or names/],
    ["listen: 8090", /listen must be an address and port/],
    ["listen: 127.0.0.1:99999", /listen must be an address and port/],
    ["upstream: http://a:b@home.example", /upstream must look like/],
    ["upstream: https://home.example", /upstream must look like/],
    ["upstream: http://home.example/path", /upstream must look like/],
    ["settle: { min: 2h, max: 1h }", /settle\.min must not be longer than settle\.max/],
    ["upstream: http://localhost:8090", /upstream must be the home server's address, not the gate/],
    ["admin: 127.0.0.1:8090", /listen and admin must not be the same address/],
  ];
  for (const [text, expected] of cases) assert.match(problemsIn(fileOf(text)).join("\n"), expected);
});

test("the environment wins over the file, and the command line over both", () => {
  const { config, shown } = configIn({
    ...fileOf("mode: watch\nhold_at: 10\nsettle_band: 6\n"),
    environment: { BREAKWATER_HOLD_AT: "13.5", BREAKWATER_TRUSTED_PROXIES: "10.0.0.1, ::1" },
    flags: { mode: "guard" },
  });
  assert.equal(config.mode, "guard");
  assert.equal(config.policy.holdAt, 13.5);
  assert.deepEqual(config.trustedProxies, ["10.0.0.1", "::1"]);
  const from = (name: string) =>
    shown.filter((one) => one.name === name).map((one) => describeSource(one.source));
  assert.deepEqual(from("mode"), ["flag --mode"]);
  assert.deepEqual(from("hold_at"), ["environment BREAKWATER_HOLD_AT"]);
  assert.deepEqual(from("settle_band"), ["breakwater.yaml:3:1"]);
  assert.deepEqual(from("settle.min"), ["default"]);
});

test("a wrong variable of the environment is named as such", () => {
  const [problem] = problemsIn({ environment: { BREAKWATER_SETTLE_MIN: "soon" } });
  assert.match(problem ?? "", /^environment BREAKWATER_SETTLE_MIN: settle\.min must be a time/);
});

test("a variable that looks like ours and is not gets a warning; Kubernetes' own do not", () => {
  const { warnings } = configIn({
    environment: {
      BREAKWATER_MODDE: "guard",
      BREAKWATER_PORT_8090_TCP: "x",
      BREAKWATER_DEBUG: "1",
    },
  });
  assert.equal(warnings.length, 1);
  assert.match(warnings[0] ?? "", /BREAKWATER_MODDE sets nothing; did you mean BREAKWATER_MODE\?/);
});

test("what can't be read says why and where", () => {
  const cases: [string, RegExp][] = [
    ["mode: watch\nmode: guard\n", /:2:1: .*second time/],
    ["settle:\n\tmin: 5m\n", /:2:1: indent with spaces/],
    ["a: 1\n---\nb: 2\n", /second document/],
    ["home: &h {}\nsoftware: *h\n", /:2:11: aliases/],
    ["mode: !!js watch", /not valid YAML: unresolved tag/],
    ["[a, b]", /must consist of lines such as/],
    ["just text", /must consist of lines such as/],
    ["? [a]\n: b\n", /name must be plain text/],
    ["1: x\n", /name must be plain text/],
    ["__proto__: { mode: guard }\n", /no setting "__proto__"/],
    ["constructor: 1\n", /no setting "constructor"/],
    ["[".repeat(100_000), /nested too deeply/],
    [`mode: ${"[".repeat(30)}${"]".repeat(30)}`, /nested too deeply/],
    ["x".repeat(300_000), /longer than 256 KiB/],
    [`mode: "${"x".repeat(5000)}"`, /not "x+…$/m],
  ];
  for (const [text, expected] of cases) assert.match(problemsIn(fileOf(text)).join("\n"), expected);
});

test("a billion laughs are refused before the first", () => {
  const lines = ["a: &a [x, x, x, x, x, x, x, x, x]"];
  for (let i = 1; i < 30; i++) {
    const [name, last] = [`n${i}`, i === 1 ? "a" : `n${i - 1}`];
    lines.push(`${name}: &${name} [${Array(9).fill(`*${last}`).join(", ")}]`);
  }
  assert.match(problemsIn(fileOf(lines.join("\n"))).join("\n"), /aliases \(\*name\) are not read/);
});

test("whatever the text, it loads or says why", () => {
  const yamlish = fc.stringMatching(/^[a-z_:\-[\]{}&*!|>'"#%@` \n\t0-9]*$/);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), yamlish), (text) => {
      const loaded = loadConfig(fileOf(text));
      if (!loaded.ok) assert.ok(loaded.error.length > 0);
    }),
  );
});

test("a signal is weighed and set in the file, within its bounds", () => {
  const { config } = configIn(
    fileOf(
      "signals:\n  STRANGER_MENTIONS: { decibans: 6, from: 3 }\n  NEWCOMER: { enabled: false }\n",
    ),
  );
  const { STRANGER_MENTIONS: mentions, NEWCOMER: newcomer } = config.policy.signals;
  assert.equal(mentions?.decibans, 6);
  assert.equal(mentions?.values["from"], 3);
  const shipped = shippedSettings.signals["STRANGER_MENTIONS"]?.values["full"];
  assert.equal(mentions?.values["full"], shipped);
  assert.equal(newcomer?.enabled, false);
});

test("a mistyped symbol or setting of a signal names the nearest", () => {
  const cases: [string, RegExp][] = [
    ["signals: { STRANGER_MENTION: {} }", /did you mean "STRANGER_MENTIONS"\?/],
    ["signals: { STRANGER_MENTIONS: { ful: 9 } }", /did you mean "full"\?/],
    ["signals: { STRANGER_MENTIONS: { from: 2.5 } }", /from must be a whole number from 0/],
    ["signals: { STRANGER_MENTIONS: { decibans: -3 } }", /must be a number from 0 to 40, not -3/],
    [
      "signals: { STRANGER_MENTIONS: { enabled: yes } }",
      /enabled must be true or false, not "yes"/,
    ],
  ];
  for (const [text, expected] of cases) assert.match(problemsIn(fileOf(text)).join("\n"), expected);
});

test("a loaded configuration can't be changed", () => {
  const { config } = configIn(fileOf("settle: { min: 6m }"));
  assert.throws(() => Object.assign(config.policy, { holdAt: 0 }), TypeError);
  assert.throws(() => Object.assign(config.policy.groupMax, { reach: 0 }), TypeError);
});

test("what is odd is said, and stops nothing", () => {
  const warnings = (flags: Readonly<Record<string, string>>) => configIn({ flags }).warnings.join();
  assert.equal(warnings({ "software.name": "Mastodon", listen: "[::1]:1" }), "");
  assert.match(warnings({ "software.name": "mastodn" }), /no profile.*; did you mean mastodon\?/);
  assert.match(warnings({ "software.name": "epicyon" }), /no profile.*; known are mastodon, /);
  assert.match(warnings({ listen: "0.0.0.0:8090" }), /listens beyond this machine/);
  assert.equal(warnings({ listen: "0.0.0.0:8090", trusted_proxies: "172.18.0.0/16" }), "");
  assert.match(warnings({ prior: "5" }), /every contact would settle: prior is 5, hold_at 12/);
});
