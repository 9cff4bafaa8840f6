// What people typed before their server made HTML of it: only the marks that would be
// taken for words or links are undone, since the HTML stands beside it.

/** `mentionHosts`: where the mentioned actors are; links there that show a handle are mentions. */
export function withoutSourceMarks(text: string, mentionHosts: ReadonlySet<string>): string {
  return withoutBbcode(withoutMarkdownMentions(text, mentionHosts));
}

const markdownMention = /\[(@[^[\]\s]{1,300})\]\(([^()\s]{1,2048})\)/g;

/** Lemmy's `[@alice@home.example](https://home.example/u/alice)`. */
function withoutMarkdownMentions(text: string, hosts: ReadonlySet<string>): string {
  if (!text.includes("[@")) return text;
  return text.replace(markdownMention, (all, handle: string, href: string) =>
    hosts.has(URL.parse(href)?.host ?? "") ? handle : all,
  );
}

const bbcodeName = /([@!#])\[[uz]rl=[^[\]]*\]([^[\]]*)\[\/[uz]rl\]/gi;
const bbcodeTag = /\[\/?[a-z][a-z0-9]*(?:[= ]([^[\]]*))?\]/gi;

/** Friendica's and Hubzilla's: tags go, their addresses stay, but for mentions and hashtags. */
function withoutBbcode(text: string): string {
  if (!text.includes("[/")) return text;
  const named = text.replace(bbcodeName, (_, sign: string, name: string) =>
    sign === "#" ? `#${name}` : `@${name}`,
  );
  return named.replace(bbcodeTag, (_, value: string | undefined) =>
    value?.includes("://") ? ` ${value} ` : "",
  );
}
