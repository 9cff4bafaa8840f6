// On every page: times in the reader's zone, which the server learns for its next page.

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
const { lang, dataset } = document.documentElement;

if (zone !== undefined && zone !== dataset["zone"]) {
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not everywhere yet
  document.cookie = `zone=${zone}; path=/; max-age=31536000; samesite=lax`;
  const format = new Intl.DateTimeFormat(lang, {
    ...{ year: "numeric", month: "short", day: "numeric", hour: "2-digit", minute: "2-digit" },
    hourCycle: "h23",
  });
  for (const time of document.querySelectorAll("time")) {
    const text = format.format(new Date(time.dateTime));
    if (time.title === "") time.textContent = text;
    else time.title = text;
  }
  document.querySelector("[data-utc]")?.remove();
}
