// Hosts that everybody links to: a rule on one of them would meet anybody. Chosen by us; a wave
// that abuses one shows it in other ways, or by a path, which an expression can name.

const domains = [
  ...["youtube.com", "youtu.be", "wikipedia.org", "github.com", "gitlab.com", "codeberg.org"],
  ...["google.com", "goo.gl", "bing.com", "duckduckgo.com", "archive.org", "web.archive.org"],
  ...["twitter.com", "x.com", "t.co", "bsky.app", "facebook.com", "instagram.com", "threads.net"],
  ...["reddit.com", "tumblr.com", "linkedin.com", "pinterest.com", "tiktok.com", "twitch.tv"],
  ...["discord.gg", "discord.com", "t.me", "telegram.org", "whatsapp.com", "signal.org"],
  ...["amazon.com", "ebay.com", "etsy.com", "patreon.com", "ko-fi.com", "paypal.com"],
  ...["spotify.com", "soundcloud.com", "bandcamp.com", "apple.com", "microsoft.com"],
  ...["mozilla.org", "medium.com", "substack.com", "wordpress.com", "blogspot.com"],
  ...["bbc.co.uk", "bbc.com", "nytimes.com", "theguardian.com", "cnn.com", "reuters.com"],
  ...["lemonde.fr", "spiegel.de", "tagesschau.de", "heise.de", "elpais.com", "nhk.or.jp"],
  ...["nicovideo.jp", "pixiv.net", "note.com", "mastodon.social", "joinmastodon.org", "misskey.io"],
  ...[
    "imgur.com",
    "flickr.com",
    "vimeo.com",
    "bit.ly",
    "tinyurl.com",
    "w3.org",
    "openstreetmap.org",
  ],
];

const popular: ReadonlySet<string> = new Set(domains);

export function isPopular(domain: string): boolean {
  return popular.has(domain);
}
