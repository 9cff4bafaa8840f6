// What a plot is, for the page that describes it and the script that draws it.

/** A colour by its name in desk.css. Never the only thing that tells two apart. */
export const tones = [
  "accept",
  "flag",
  "settle",
  "hold",
  "reject",
  "passed",
  "ham",
  "spam",
  "plain",
] as const;
export type Tone = (typeof tones)[number];

/** How it is drawn: what tells series apart for those who see no colours. */
export type Look = "line" | "dashes" | "dots" | "area" | "bars" | "points";

export interface Series {
  readonly label: string;
  readonly tone: Tone;
  readonly look: Look;
  /** One for each x; null where there is none. */
  readonly values: readonly (number | null)[];
  /** Ends of an interval around each value. */
  readonly low?: readonly (number | null)[];
  readonly high?: readonly (number | null)[];
}

/** A line across the plot at one x, with words at its top. */
export interface Mark {
  readonly at: number;
  readonly label: string;
  readonly tone: Tone;
}

/** How numbers of an axis read: moments are milliseconds since 1970, shares go from 0 to 1. */
export type Measure = "moment" | "count" | "share" | "number";

/** What the script gets, as JSON beside the drawing. */
export interface Drawing {
  readonly x: readonly number[];
  readonly xIs: Measure;
  readonly xLabel: string;
  readonly yIs: Measure;
  readonly series: readonly Series[];
  readonly marks: readonly Mark[];
  /** A line from corner to corner: where both axes say the same. */
  readonly diagonal: boolean;
}
