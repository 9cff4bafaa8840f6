// Everybody who is compared when the lab is besieged, each run of a filter a new one.

import { breakwater } from "../breakwater.ts";
import { type Filter, noFilter } from "../filter.ts";
import { threeOfFour } from "./criteria.ts";
import { goToSocial } from "./gotosocial.ts";
import { naiveBayes } from "./naive-bayes.ts";
import { filterOf } from "./rival.ts";
import { thirtyDays } from "./thirty-days.ts";

export interface Contender {
  readonly name: string;
  readonly side: "open" | "rival" | "ours";
  /** Whether it is told what the people of the home server do. */
  readonly isTold: boolean;
  build(): Filter;
}

export const lineup: readonly Contender[] = [
  { name: "no filter", side: "open", isTold: true, build: noFilter },
  ...[naiveBayes, threeOfFour, goToSocial, thirtyDays].map((rival): Contender => {
    return { name: rival().name, side: "rival", isTold: true, build: () => filterOf(rival()) };
  }),
  { name: "Breakwater", side: "ours", isTold: true, build: () => breakwater() },
  { name: "Breakwater, told of no ties", side: "ours", isTold: false, build: () => breakwater() },
];
