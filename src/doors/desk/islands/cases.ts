// The list of cases by keyboard, all ticked at once, and what is new announced, never put in.

const form = document.querySelector<HTMLFormElement>("#act");
const table = document.querySelector<HTMLTableElement>("#cases");
/** Without those that only say what follows. */
const rows = [...(table?.tBodies ?? [])]
  .flatMap((part) => [...part.rows])
  .filter((row) => row.querySelector("td") !== null);
const help = document.querySelector<HTMLDetailsElement>("#keys");
const newsEveryMs = 20_000;

/** Kept in this browser: whoever speaks to it, or types with one hand, turns keys off. */
const storedAs = "breakwater-keys";
let keysAreOn = localStorage.getItem(storedAs) !== "off";

function boxIn(row: HTMLTableRowElement | undefined): HTMLInputElement | undefined {
  return row?.querySelector<HTMLInputElement>("input[name=pick]") ?? undefined;
}

function current(): number {
  return rows.findIndex((row) => row.contains(document.activeElement));
}

function move(by: number): void {
  const from = current();
  const to = from === -1 ? 0 : Math.min(rows.length - 1, Math.max(0, from + by));
  const link = rows[to]?.querySelector<HTMLAnchorElement>("th a");
  link?.focus();
  rows[to]?.scrollIntoView({ block: "nearest" });
}

function tick(): void {
  const box = boxIn(rows[current()]);
  if (box !== undefined) box.checked = !box.checked;
}

/** On those ticked; where none is, on the one that has the focus. */
function act(name: string): void {
  const here = boxIn(rows[current()]);
  const some = rows.some((row) => boxIn(row)?.checked === true);
  if (!some && here !== undefined) here.checked = true;
  form?.querySelector<HTMLButtonElement>(`button[value=${name}]`)?.click();
}

function showHelp(): void {
  if (help === null) return;
  help.open = !help.open;
  help.querySelector("summary")?.focus();
}

const does: Readonly<Record<string, () => void>> = {
  j: () => move(1),
  k: () => move(-1),
  x: tick,
  r: () => act("release"),
  f: () => act("refuse"),
  a: () => act("take"),
  "?": showHelp,
};

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target.isContentEditable || /^(?:TEXTAREA|SELECT)$/.test(target.tagName);
}

document.addEventListener("keydown", (event) => {
  if (!keysAreOn || event.ctrlKey || event.metaKey || event.altKey) return;
  const work = does[event.key];
  if (work === undefined || isTyping(event.target)) return;
  event.preventDefault();
  work();
});

if (help !== null) {
  help.hidden = false;
  const button = help.querySelector<HTMLButtonElement>("button");
  const say = (): void => {
    if (button !== null)
      button.textContent = (keysAreOn ? button.dataset["off"] : button.dataset["on"]) ?? "";
  };
  button?.addEventListener("click", () => {
    keysAreOn = !keysAreOn;
    localStorage.setItem(storedAs, keysAreOn ? "on" : "off");
    say();
  });
  say();
}

document.querySelector("[data-tick]")?.addEventListener("click", (event) => {
  event.preventDefault();
  const all = rows.some((row) => boxIn(row)?.checked === false);
  for (const row of rows) {
    const box = boxIn(row);
    if (box !== undefined) box.checked = all;
  }
});

const news = document.querySelector<HTMLElement>("#news");

async function look(): Promise<void> {
  const url = news?.dataset["url"];
  if (news === null || url === undefined || document.hidden) return;
  const answer = await fetch(url, { headers: { accept: "application/json" } });
  if (!answer.ok) return;
  const { count, text: said } = (await answer.json()) as { count: number; text: string };
  if (count === 0) return;
  const text = news.querySelector("span");
  if (text !== null && text.textContent !== said) text.textContent = said;
  news.hidden = false;
}

if (news !== null) setInterval(() => void look().catch(() => undefined), newsEveryMs);
