// What is wrong with how a page is made, for whoever sees little, hears it read, or has a phone.

import axe from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2, levels A and AA, as axe names its parts. */
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

/** What another theme can spoil: the rest is looked at once for each width. */
const colours = ["color-contrast", "link-in-text-block"];

/** What axe finds, one line each with the first places; empty: nothing. */
export async function flawsOf(page: Page, extent: "all" | "colours"): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const runOnly =
    extent === "all" ? { type: "tag", values: standards } : { type: "rule", values: colours };
  const asked = JSON.stringify({ runOnly, resultTypes: ["violations"] });
  const found = await page.evaluate<Pick<axe.AxeResults, "violations">>(`axe.run(${asked})`);
  return found.violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary = "" }) => {
      const why = failureSummary.split("\n").slice(1).join(" ").trim();
      return `${target.join(" ")} (${why.slice(0, 160)})`;
    });
    return `${id}: ${help}: ${places.join("; ")}`;
  });
}

/** By how many pixels the page is wider than its window. */
export async function overflowOf(page: Page): Promise<number> {
  const { scrollWidth, clientWidth } = await page.evaluate<Sizes>(
    "(({ scrollWidth, clientWidth }) => ({ scrollWidth, clientWidth }))(document.documentElement)",
  );
  return scrollWidth - clientWidth;
}

interface Sizes {
  readonly scrollWidth: number;
  readonly clientWidth: number;
}
