// A post as the least of a mail, for filters that were made for mail.
//
// Every mail has the same headers, so they tell nothing, and none that a filter would learn an
// hour or a route from. A text is one of its own: no line of it reads as the start of a mail.

const headers = [
  "From: <somebody@elsewhere.example>",
  "To: <somebody@home.example>",
  "MIME-Version: 1.0",
  "Content-Type: text/plain; charset=utf-8",
  "Content-Transfer-Encoding: 8bit",
];

export function mailOf(text: string): string {
  return `${headers.join("\n")}\n\n${text}\n`;
}

/** In the form of mboxrd, in which many mails go through one pipe. */
export function mboxOf(texts: readonly string[]): string {
  return texts
    .map((text) => mailOf(text).replace(/^(>*From )/gm, ">$1"))
    .map((mail) => `From somebody@elsewhere.example Thu Jan  1 00:00:00 1970\n${mail}\n`)
    .join("");
}
