// Debian's Chromium, as somebody at the desk uses it; it notes down what no page may do.

import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";

/** As the package `chromium` installs it. */
export const executablePath = "/usr/bin/chromium";

/** It runs as root in tests, and asks nobody for updates. */
const args = [
  ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args });
}

export type Scheme = "light" | "dark";

export interface Looks {
  /** In CSS pixels. */
  readonly width: number;
  readonly scheme: Scheme;
}

/** A phone and a desk, by day and by night. */
export const allLooks: readonly Looks[] = [390, 1440].flatMap((width) =>
  (["light", "dark"] as const).map((scheme) => ({ width, scheme })),
);

export interface Window {
  readonly context: BrowserContext;
  readonly page: Page;
  /** What pages said or did that none may: each once, with where it was. */
  readonly complaints: string[];
  /** As a file, for another window of the same person. */
  readonly cookies: () => Promise<Cookies>;
}

type Cookies = Awaited<ReturnType<BrowserContext["storageState"]>>;

export interface WindowOptions {
  readonly looks?: Looks;
  readonly cookies?: Cookies;
  readonly javaScript?: boolean;
}

/** A window of its own, with nobody else's cookies, that watches what its pages do. */
export async function openWindow(
  browser: Browser,
  origin: string,
  { looks = { width: 1440, scheme: "light" }, cookies, javaScript = true }: WindowOptions = {},
): Promise<Window> {
  const { width, scheme: colorScheme } = looks;
  const viewport = { width, height: width < 600 ? 844 : 900 };
  const context = await browser.newContext({
    ...{ viewport, colorScheme, baseURL: origin, javaScriptEnabled: javaScript },
    ...{ locale: "en-GB", timezoneId: "Europe/Berlin", hasTouch: width < 600 },
    ...(cookies === undefined ? {} : { storageState: cookies }),
  });
  const complaints = watch(context, origin);
  const page = await context.newPage();
  return { context, page, complaints, cookies: () => context.storageState() };
}

/** Errors and warnings, requests elsewhere, requests that fail. */
function watch(context: BrowserContext, origin: string): string[] {
  const complaints: string[] = [];
  context.on("console", (line) => {
    if (!["error", "warning", "assert"].includes(line.type())) return;
    complaints.push(`${line.page()?.url()} says ${line.type()}: ${line.text()}`);
  });
  context.on("weberror", (error) =>
    complaints.push(`${error.page()?.url()} throws ${error.error().message}`),
  );
  context.on("request", (request) => {
    const url = request.url();
    if (new URL(url).origin !== origin) complaints.push(`${url} was asked for`);
  });
  context.on("requestfailed", (request) => {
    const why = request.failure()?.errorText ?? "";
    // Who leaves a page ends what it was still loading.
    if (why !== "net::ERR_ABORTED") complaints.push(`${request.url()} failed: ${why}`);
  });
  context.on("dialog", (dialog) => {
    complaints.push(`${dialog.page()?.url()} opens a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  return complaints;
}

/** Follows a link of the command line's, to the page behind it. */
export async function signIn({ page }: Window, link: string): Promise<void> {
  await page.goto(link);
  await Promise.all([page.waitForURL((url) => url.pathname === "/"), page.click("main button")]);
}
