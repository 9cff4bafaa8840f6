// Moments as people read them: in their zone where the browser has told it, else in UTC.

import { html } from "hono/html";
import { Recent } from "../../base/recent.ts";
import { day, type EpochMs, hour, isoTime, minute } from "../../base/units.ts";
import type { Html } from "./page.ts";
import type { Language } from "./words.ts";

export interface Moments {
  /** IANA's name, such as "Europe/Berlin". */
  readonly zone: string;
  /** Day and time to the minute; a browser without the right zone puts it right. */
  at(moment: EpochMs): Html;
  /** "3 hours ago", "in 12 minutes", with the moment itself as its title. */
  away(moment: EpochMs): Html;
  /** As `at`, as plain text. */
  text(moment: EpochMs): string;
  /** As `away`, as plain text. */
  awayText(moment: EpochMs): string;
}

/** Undefined: not a zone that this machine knows. */
export function zoneNamed(name: string | undefined): string | undefined {
  if (name === undefined || !/^[\w+/-]{1,64}$/.test(name)) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return undefined; // It says by throwing that it knows no such zone.
  }
}

/** Each takes some tens of kilobytes and is asked for on every page. */
const formats = new Recent<string, Intl.DateTimeFormat>(64);

function formatFor(language: Language, zone: string): Intl.DateTimeFormat {
  const key = `${language} ${zone}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const format = new Intl.DateTimeFormat(language, {
    ...{ year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
    ...{ timeZone: zone, hourCycle: "h23" },
  });
  formats.set(key, format);
  return format;
}

export function momentsFor(language: Language, zone: string, now: EpochMs): Moments {
  const format = formatFor(language, zone);
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const text = (moment: EpochMs): string => format.format(moment);
  const awayText = (moment: EpochMs): string => relative.format(...distance(moment - now));
  return {
    zone,
    text,
    awayText,
    at: (moment) => html`<time datetime="${isoTime(moment)}">${text(moment)}</time>`,
    away: (moment) =>
      html`<time datetime="${isoTime(moment)}" title="${text(moment)}">${awayText(moment)}</time>`,
  };
}

function distance(ms: number): [number, Intl.RelativeTimeFormatUnit] {
  const away = Math.abs(ms);
  if (away < hour) return [Math.round(ms / minute), "minute"];
  if (away < 2 * day) return [Math.round(ms / hour), "hour"];
  return [Math.round(ms / day), "day"];
}
