// What a running house says to Prometheus, against the pages and files that operators copy.

import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { before, test } from "node:test";
import { pino } from "pino";
import { parse } from "yaml";
import { loadConfig } from "../services/config.ts";
import { buildHouse } from "./house.ts";

const operators = new URL("../../docs/operators/", import.meta.url);
const read = (path: string) => readFileSync(new URL(path, operators), "utf8");

/** Whatever looks like the name of a metric of ours, or of our process. */
const metricName = /\b(?:breakwater_[a-z_]+|process_[a-z_]+|nodejs_[a-z0-9_]+)\b/g;
/** A histogram is asked for by these. */
const partOfHistogram = /_(?:bucket|count|sum)$/;

const told = new Set<string>();
before(async () => {
  const state = await mkdtemp(join(tmpdir(), "breakwater-metrics-"));
  const places = { listen: "127.0.0.1:0", admin: "127.0.0.1:0", state, desk: { enabled: false } };
  const text = JSON.stringify({ upstream: "http://127.0.0.1:1", ...places });
  const loaded = loadConfig({ file: { name: "breakwater.yaml", text } });
  assert.ok(loaded.ok);
  const house = await buildHouse(loaded.value.config, pino({ level: "silent" }));
  await house.start();
  const { adminAddress } = house;
  assert.ok(adminAddress.kind === "tcp");
  const answer = await fetch(`http://127.0.0.1:${adminAddress.port}/-/metrics`);
  for (const [, name = ""] of (await answer.text()).matchAll(/^# TYPE (\S+)/gm)) told.add(name);
  await house.stop();
  await rm(state, { recursive: true });
});

test("every metric of ours has its row in metrics.md, and every row its metric", () => {
  const cells = [...read("metrics.md").matchAll(/^\| (`breakwater_[^|]*)\|/gm)];
  const rows = cells.flatMap(([, cell = ""]) => cell.match(/breakwater_\w+/g) ?? []);
  const ours = [...told].filter((name) => name.startsWith("breakwater_"));
  assert.deepEqual(rows.sort(), ours.sort());
});

test("alerts and dashboard ask for metrics that there are", () => {
  for (const path of ["prometheus/breakwater.rules.yml", "grafana/breakwater.json"]) {
    const asked = read(path).match(metricName) ?? [];
    assert.ok(asked.length > 10);
    const unknown = asked.filter((name) => !told.has(name.replace(partOfHistogram, "")));
    assert.deepEqual(
      unknown.filter((name) => !told.has(name)),
      [],
      path,
    );
  }
});

interface Rules {
  readonly groups: readonly { readonly rules: readonly Rule[] }[];
}
interface Rule {
  readonly alert: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}

test("every alert has its runbook, its row and its test; no runbook is left over", () => {
  const { groups } = parse(read("prometheus/breakwater.rules.yml")) as Rules;
  const rules = groups.flatMap((group) => group.rules);
  const tests = read("prometheus/breakwater.rules.test.yml");
  const page = read("metrics.md");
  for (const { alert, labels, annotations } of rules) {
    assert.equal(annotations.runbook, `docs/operators/runbooks/${alert}.md`);
    assert.ok(read(`runbooks/${alert}.md`).startsWith(`# ${alert}\n`), alert);
    assert.ok(page.includes(`| [${alert}](runbooks/${alert}.md) | ${labels.severity} |`), alert);
    assert.equal(tests.split(`alertname: ${alert} }`).length, 2, alert);
    assert.equal(tests.split(`{alertname="${alert}"}`).length, 2, alert);
  }
  const pages = readdirSync(new URL("runbooks/", operators)).sort();
  assert.deepEqual(pages, rules.map(({ alert }) => `${alert}.md`).sort());
});
