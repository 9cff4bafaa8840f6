import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { after, day, type EpochMs, epochMs, hour, minute } from "../../base/units.ts";
import {
  digestsApartMs,
  isQuiet,
  isZone,
  lastDigestAt,
  minuteOfDay,
  minutesIn,
  shownMinutes,
} from "./daytime.ts";

const at = (text: string): EpochMs => epochMs(Date.parse(text));
const night = { from: 22 * 60, until: 7 * 60 };

test("quiet hours go past midnight, by the clock on the person's wall", () => {
  const berlin = { quiet: night, zone: "Europe/Berlin" };
  const quiet = (time: string) => isQuiet(berlin, at(time));
  // In winter Berlin is an hour ahead, in summer two.
  assert.equal(quiet("2026-01-10T20:59Z"), false);
  assert.equal(quiet("2026-01-10T21:00Z"), true);
  assert.equal(quiet("2026-01-11T05:59Z"), true);
  assert.equal(quiet("2026-01-11T06:00Z"), false);
  assert.equal(quiet("2026-07-10T20:00Z"), true);
  assert.equal(quiet("2026-07-11T05:00Z"), false);
  const noon = { quiet: { from: 12 * 60, until: 13 * 60 }, zone: "UTC" };
  assert.deepEqual(
    ["11:59", "12:00", "13:00"].map((one) => isQuiet(noon, at(`2026-01-10T${one}Z`))),
    [false, true, false],
  );
  assert.equal(isQuiet({ quiet: undefined, zone: "UTC" }, at("2026-01-10T23:00Z")), false);
});

test("half-hour zones and far ones count as well", () => {
  assert.equal(minuteOfDay(at("2026-01-10T00:00Z"), "Asia/Kolkata"), 5 * 60 + 30);
  assert.equal(minuteOfDay(at("2026-01-10T00:00Z"), "Pacific/Kiritimati"), 14 * 60);
  assert.deepEqual(["Europe/Berlin", "Mars/Olympus", ""].map(isZone), [true, false, false]);
});

/** When digests go out, asked each minute as the outbox asks. */
function digestsIn(zone: string, digestAt: readonly number[], from: EpochMs, days: number) {
  const sent: string[] = [];
  let last = after(from, -3 * hour);
  for (let now = from; now < after(from, days * day); now = after(now, minute)) {
    const due = lastDigestAt({ zone, digestAt }, now);
    if (due === undefined || due - last < digestsApartMs) continue;
    last = now;
    sent.push(shownMinutes(minuteOfDay(now, zone)));
  }
  return sent;
}

test("a digest goes once a day on the days when clocks are changed, too", () => {
  // 29 March 2026: 02:00 is followed by 03:00. 25 October: 02:00 to 03:00 comes twice.
  const spring = at("2026-03-28T00:00Z");
  const autumn = at("2026-10-24T00:00Z");
  assert.deepEqual(digestsIn("Europe/Berlin", [480], spring, 3), ["08:00", "08:00", "08:00"]);
  assert.deepEqual(digestsIn("Europe/Berlin", [480], autumn, 3), ["08:00", "08:00", "08:00"]);
  assert.deepEqual(digestsIn("Europe/Berlin", [150], spring, 3), ["02:30", "03:00", "02:30"]);
  assert.deepEqual(digestsIn("Europe/Berlin", [150], autumn, 3), ["02:30", "02:30", "02:30"]);
  assert.deepEqual(digestsIn("Europe/Berlin", [30], autumn, 3), ["00:30", "00:30", "00:30"]);
});

test("no digest time is ahead, or more than a day and a change of clocks ago", () => {
  const moments = fc.integer({ min: at("2026-01-01T00:00Z"), max: at("2027-01-01T00:00Z") });
  const times = fc.array(fc.integer({ min: 0, max: 1439 }), { minLength: 1, maxLength: 4 });
  const zones = fc.constantFrom("UTC", "Europe/Berlin", "America/St_Johns", "Australia/Lord_Howe");
  fc.assert(
    fc.property(moments, times, zones, (now, digestAt, zone) => {
      const due = lastDigestAt({ digestAt, zone }, epochMs(now));
      return due !== undefined && due <= now && now - due <= day + hour;
    }),
  );
});

test("times of the day are read as people write them", () => {
  assert.deepEqual(["8:05", "08:05", "23:59", "24:00", "8", "08:60", "x"].map(minutesIn), [
    485,
    485,
    1439,
    undefined,
    undefined,
    undefined,
    undefined,
  ]);
});
