// What somebody's browser calls itself, in two words, so that they know their own devices again.

const systems = [
  ["Android", /Android/],
  ["iPhone", /iPhone/],
  ["iPad", /iPad/],
  ["Windows", /Windows/],
  ["macOS", /Mac OS X|Macintosh/],
  ["ChromeOS", /CrOS/],
  ["Linux", /Linux|X11/],
] as const;

/** The more special first: most claim to be Chrome and Safari, too. */
const browsers = [
  ["Firefox", /Firefox\/|FxiOS\//],
  ["Edge", /Edg(?:e|A|iOS)?\//],
  ["Opera", /OPR\//],
  ["Vivaldi", /Vivaldi\//],
  ["Chrome", /Chrome\/|CriOS\//],
  ["Safari", /Safari\//],
] as const;

/** Empty where it says nothing that we know: none of its own words are kept. */
export function deviceNamed(userAgent: string): string {
  const told = userAgent.slice(0, 500);
  const named = [browsers, systems].map((list) => list.find(([, form]) => form.test(told))?.[0]);
  return named.filter((one) => one !== undefined).join(", ");
}
