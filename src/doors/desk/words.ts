// In which language the desk speaks, and how a message gets its numbers and names.

import { IntlMessageFormat } from "intl-messageformat";
import { de } from "./words/de.ts";
import { en } from "./words/en.ts";
import { es } from "./words/es.ts";
import { fr } from "./words/fr.ts";
import { ja } from "./words/ja.ts";

type Widened<T> = { readonly [K in keyof T]: T[K] extends string ? string : Widened<T[K]> };

/** A catalogue: pages, and their messages in ICU syntax. */
export type Words = Widened<typeof en>;

type Part<T> = { readonly [K in keyof T]?: T[K] extends string ? string : Part<T[K]> };

/** One part of a translation, such as a page. */
export type Translated<K extends keyof Words> = Part<Words[K]>;

/** What it lacks is said in English. words.test.ts wants it to lack nothing. */
export type Translation = Part<Words>;

export const languages = ["en", "de", "fr", "es", "ja"] as const;
export type Language = (typeof languages)[number];

/** Each language's name in itself. */
export const languageNames: Readonly<Record<Language, string>> = {
  en: "English",
  de: "Deutsch",
  fr: "Français",
  es: "Español",
  ja: "日本語",
};

export const translations: Readonly<Record<Exclude<Language, "en">, Translation>> = {
  ...{ de, fr, es, ja },
};

const catalogues: Readonly<Record<Language, Words>> = {
  en,
  de: withEnglish(en, de),
  fr: withEnglish(en, fr),
  es: withEnglish(en, es),
  ja: withEnglish(en, ja),
};

function withEnglish<T extends object>(english: T, translated: Part<T>): T {
  const entries = Object.entries(english).map(([key, value]: [string, unknown]) => {
    const own = (translated as Readonly<Record<string, unknown>>)[key];
    if (typeof value === "string") return [key, own ?? value];
    return [key, withEnglish(value as object, (own ?? {}) as object)];
  });
  return Object.fromEntries(entries) as T;
}

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
