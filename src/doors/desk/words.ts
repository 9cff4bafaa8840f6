// In which language the desk speaks, and how a message gets its numbers and names.

import { IntlMessageFormat } from "intl-messageformat";
import { en } from "./words/en.ts";

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };

/** A catalogue: pages, and their messages in ICU syntax. */
export type Words = Widened<typeof en>;

export const languages = ["en"] as const;

/** Each language's name in itself. */
export const languageNames: Readonly<Record<(typeof languages)[number], string>> = {
  en: "English",
};
export type Language = (typeof languages)[number];

const catalogues: Readonly<Record<Language, Words>> = { en };

/** The best of what a browser asks for (RFC 9110, section 12.5.4); English where we know none. */
export function languageFor(accepted: string): Language {
  const wanted = accepted
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...rest] = part.trim().toLowerCase().split(";");
      const quality = /q=([\d.]+)/.exec(rest.join(";"))?.[1];
      return { tag: tag.split("-")[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { tag } of wanted) {
    const known = languages.find((one) => one === tag);
    if (known !== undefined) return known;
  }
  return "en";
}

export type Gaps = Readonly<Record<string, string | number>>;

/** How one visitor is spoken to. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
  /** A message with its gaps filled; still to be escaped, as all text is. */
  say(message: string, gaps?: Gaps): string;
  number(value: number, options?: Intl.NumberFormatOptions): string;
  /** A share as a percentage. */
  percent(share: number, digits?: number): string;
}

const compiled = new Map<string, IntlMessageFormat>();

/** Messages are ours and few: what is compiled stays. */
export function speechIn(language: Language): Speech {
  return {
    language,
    words: catalogues[language],
    say: (message, gaps) => String(formatOf(message, language).format(gaps)),
    number: (value, options) => new Intl.NumberFormat(language, options).format(value),
    percent(share, digits = 1) {
      const options = { style: "percent", maximumFractionDigits: digits } as const;
      return new Intl.NumberFormat(language, options).format(share);
    },
  };
}

function formatOf(message: string, language: Language): IntlMessageFormat {
  const key = `${language} ${message}`;
  const known = compiled.get(key);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(message, language, undefined, { ignoreTag: true });
  compiled.set(key, format);
  return format;
}
