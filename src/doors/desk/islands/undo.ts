// Counts down how long a ruling can still be undone, in the words that the page came with. By the
// time since it came: what a phone believes that it is o'clock does not matter.

const bar = document.getElementById("undo");
const text = bar?.querySelector("p span");
const left = Number(bar?.dataset["seconds"] ?? "");

if (bar !== null && text instanceof HTMLElement && left > 0) {
  const until = performance.now() + left * 1000;
  const words = text.textContent ?? "";
  const shown = /(\d+)(?!.*\d)/s;
  const tick = (): void => {
    const seconds = Math.ceil((until - performance.now()) / 1000);
    if (seconds <= 0) {
      clearInterval(timer);
      bar.querySelector("button")?.remove();
      text.textContent = bar.dataset["then"] ?? "";
      return;
    }
    text.textContent = words.replace(shown, String(seconds));
  };
  const timer = setInterval(tick, 1000);
}
