import assert from "node:assert/strict";
import { test } from "node:test";
import { after, hour } from "../base/units.ts";
import type { ReportCase } from "../model/report-case.ts";
import { reportAsJson, reportLine } from "./cases-reports.ts";
import { testMoment } from "./testing.ts";

const wave: ReportCase = {
  subjects: ["https://home.example/users/alice"],
  count: 12,
  domains: 3,
  firstAt: testMoment,
  lastAt: after(testMoment, hour),
};

test("a wave of reports is one line", () => {
  assert.equal(
    reportLine(wave),
    "12 reports on https://home.example/users/alice, from 3 domains, 2026-11-23 12:00 to " +
      "2026-11-23 13:00; all were passed on",
  );
});

test("one report, and a crowd that is reported", () => {
  const one = { ...wave, count: 1, domains: 1, lastAt: testMoment };
  const crowd = { ...one, subjects: ["a", "b", "c", "d", "e"] };
  assert.match(
    reportLine(crowd),
    /^1 report on a, b, c and 2 more, from 1 domain, 2026-11-23 12:00;/,
  );
  assert.match(reportLine({ ...one, subjects: [] }), /^1 report on others,/);
});

test("a script knows it by its kind", () => {
  assert.deepEqual(reportAsJson(wave), {
    kind: "reports",
    subjects: wave.subjects,
    count: 12,
    domains: 3,
    firstAt: "2026-11-23T12:00:00.000Z",
    lastAt: "2026-11-23T13:00:00.000Z",
  });
});
