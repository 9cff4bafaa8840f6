// On the appeal form: the machine does its bit of work while somebody writes.

const form = document.querySelector<HTMLFormElement>("form[data-worker]");
const proof = form?.querySelector<HTMLInputElement>("input[name=proof]");
const state = document.querySelector<HTMLElement>("[data-proof-state]");
const challenge = document.querySelector("#challenge")?.textContent ?? "";

interface Solved {
  readonly counter: number;
  readonly derivedKey: string;
}

let solving: Promise<void> | undefined;

function say(what: "working" | "ready" | "failed"): void {
  const text = state?.dataset[what];
  if (state !== null && text !== undefined) state.textContent = text;
}

/** Rejects where the browser can't, or gave up. */
function solve(address: string): Promise<Solved> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(address, { type: "module" });
    worker.onerror = () => reject(new Error("the worker did not start"));
    worker.onmessage = ({ data }: MessageEvent<Partial<Solved> | null>) => {
      worker.terminate();
      if (data?.derivedKey === undefined || data.counter === undefined)
        reject(new Error("no solution"));
      else resolve({ counter: data.counter, derivedKey: data.derivedKey });
    };
    const asked: unknown = JSON.parse(challenge);
    worker.postMessage({ type: "work", challenge: asked, counterStart: 0, counterStep: 1 });
  });
}

async function work(): Promise<void> {
  if (!form || !proof) return;
  say("working");
  const solution = await solve(form.dataset["worker"] ?? "");
  const asked: unknown = JSON.parse(challenge);
  proof.value = btoa(JSON.stringify({ challenge: asked, solution }));
  say("ready");
}

/** One that failed may be tried again. */
function begin(): Promise<void> {
  solving ??= work().catch((error: unknown) => {
    solving = undefined;
    say("failed");
    throw error;
  });
  return solving;
}

form?.addEventListener("focusin", () => void begin().catch(() => undefined), { once: true });
form?.addEventListener("submit", (event) => {
  if (proof?.value !== "") return;
  event.preventDefault();
  begin().then(
    () => form.submit(),
    () => undefined,
  );
});
