// Counts down how long a ruling can still be undone, in the words that the page came with.

const bar = document.getElementById("undo");
const text = bar?.querySelector("p span");
const until = Date.parse(bar?.dataset["until"] ?? "");

if (bar !== null && text instanceof HTMLElement && !Number.isNaN(until)) {
  const words = text.textContent ?? "";
  const shown = /(\d+)(?!.*\d)/s;
  const tick = (): void => {
    const seconds = Math.ceil((until - Date.now()) / 1000);
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
