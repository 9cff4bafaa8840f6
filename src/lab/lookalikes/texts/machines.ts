// What programs say: feeds, bots, blogs, calendars.

import type { Line } from "../../texts.ts";
import { said } from "./talk.ts";

/** A bot each: one form for everything it posts. `{n}` is a number. */
export const botForms: readonly Line[] = [
  ...said(
    "en",
    "M 4.{n} earthquake, {n} km off {town}, depth {n} km. https://quakes.example/event/{n}{n}",
    "{town}: {n} °C, wind {n} km/h, rain {n} %. https://weather-desk.example/{town}",
    "Line {n} to {town} is running {n} minutes late.",
    "New on the blog: {object}, revisited https://daily-papers.example/{n}{n}",
    "On this day in {year}: {relative} opened the lighthouse at {town}.",
    "Tide at {town}: high {n}:12, low {n}:40.",
    "Release {n}.{n}.0 is out: https://code-forge.example/project/releases/{n}",
  ),
  ...said("ja", "【地震情報】{town}沖 M4.{n} 深さ{n}km https://jishin.example/{n}{n}"),
  ...said("de", "Pegel {town}: {n} cm, fallend. https://pegel.example/{n}"),
  ...said("fr", "Alerte trafic {town} : ligne {n} interrompue, reprise vers {n} h."),
];

/** What a bot tells somebody who asked it for something. */
export const botAnswers: readonly Line[] = [
  ...said(
    "en",
    "Here is your reminder from {small} days ago: {object}.",
    "Your next tide at {town} is at {n}:40.",
    "I have unrolled the thread for you: https://unroll.example/t/{n}{n}",
    "Your word for today is {craft}. Score: {n}.",
  ),
  ...said("ja", "リマインダーです：{object}"),
];

export const articleTitles: readonly Line[] = [
  ...said(
    "en",
    "What I learned from {small} years of {craft}",
    "Newsletter {n}: {object} and other stories",
    "Against {craft}",
    "A weekend in {town} without a car",
    "Notes on {object}",
    "How we moved {small} servers by bicycle",
  ),
  ...said("de", "Warum {town} einen neuen Bahnhof braucht", "Wochenrückblick {n}"),
  ...said("fr", "Carnet de {town}, épisode {n}"),
];

export const paragraphs: readonly Line[] = said(
  "en",
  "It began in {year}, when {relative} carried {object} up the stairs and could not get it down.",
  "I have written about {craft} before, and every time somebody from {town} corrects me.",
  "There are {small} ways to do this, and all of them need a dry afternoon and a friend.",
  "The numbers are small: {n} in spring, {n} in autumn, none at all in {year}.",
  "Readers asked for a picture of {object}. It does not photograph well.",
  "If you subscribe you get this {small} days early, which is the only perk there is.",
  "We drove to {town} and found the archive closed, so we read the notices on its door.",
  "My thanks to {name}, who lent me the scales, and to {name}, who wanted them back.",
);

export const blogComments: readonly Line[] = [
  ...said(
    "en",
    "Good read. In {town} the archive opens on Mondays only, for your next try.",
    "I linked to this in my own piece on {craft}, hope you don't mind: https://{host}/notes/{n}",
    "The second figure does not load for me. Otherwise: bookmarked.",
    "Long-time reader, first-time commenter. Please write more about {object}.",
  ),
  ...said("de", "Danke für den Text! Bei uns in {town} war es {year} genauso."),
];

export const events: readonly Line[] = [
  ...said(
    "en",
    "Repair café at {town} community hall. Bring {object} and patience. Free entry, coffee by " +
      "donation. Doors at {n}:00.",
    "Choir evening, {town}. Everybody may sing, nobody has to. Registration: https://{host}/e/{n}",
    "Talk: {craft} for beginners, with {name} and {name}. Library, first floor.",
  ),
  ...said("fr", "Bourse aux livres à {town}, samedi, entrée libre. https://{host}/e/{n}"),
  ...said("it", "Assemblea di quartiere a {town}, giovedì alle {n}. https://{host}/e/{n}"),
];

export const forumPosts: readonly Line[] = said(
  "en",
  "Has anyone else had {object} fail after {small} years?",
  "Unpopular opinion: {craft} was better in {year}",
  "What is the one tool you would never lend to {relative}?",
  "PSA: the repair shop in {town} moved",
  "Show us your {craft} corner",
);

/** Under films and songs, and about books. */
export const reviews: readonly Line[] = [
  ...said(
    "en",
    "Finished it on the train to {town}. The middle third drags, the end does not. {small} of ten.",
    "Great sound this time. At minute {n} you can hear {object} fall over.",
    "I stopped at page {n}{n}, may try again in winter.",
    "Could you upload the {craft} one in full? It stops at {n}:12 for me.",
  ),
  ...said("es", "Lo leí de un tirón. El personaje de la abuela vale el libro entero."),
  ...said("fr", "Belle prise de son, merci pour la mise en ligne."),
];

export const polls: readonly { readonly line: Line; readonly options: readonly string[] }[] = [
  {
    line: { language: "en", text: "Best free coffee at a conference?" },
    options: ["Casino lobby", "The hallway", "None of it", "Tea"],
  },
  {
    line: { language: "en", text: "You win a million. What do you buy first?" },
    options: ["A house", "Cheap socks", "Bitcoin (no)", "Time"],
  },
  {
    line: { language: "de", text: "Was kommt aufs Brot?" },
    options: ["Käse", "Marmelade", "Gewinnspiel-Aufschnitt", "Nichts"],
  },
  {
    line: { language: "en", text: "Should we meet in {town} or online?" },
    options: ["{town}", "Online", "Both", "Show results"],
  },
  {
    line: { language: "es", text: "¿Quién organiza el sorteo este año?" },
    options: ["Yo", "Tú", "La suerte"],
  },
];
