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

/** An organiser's each. */
export const events: readonly Line[] = [
  ...said(
    "en",
    "Walk through the allotments of {town}, {n} June, bring water and a hat. No dogs, sorry.",
    "Board games for people who lose gracefully. Upstairs at the station bar, {n}:30.",
    "Film night: three hours of trams, no plot. Tickets at the door, {n} seats.",
    "Annual meeting of the {craft} society. Agenda: roof, roof, elections, roof.",
    "Seed swap. Label your jars! {town}, the old fire station, from {n}:00.",
    "Flea market for instruments, tuned and untuned, below the viaduct in {town}.",
    "Reading with {name}, who wrote about {object}. Sign language interpreted.",
    "Night ride, {n} km, lights compulsory. We wait at every hill.",
    "First aid for cyclists, with {name} from the ambulance. Twelve places: https://{host}/e/{n}",
    "Repair café at {town} community hall. Bring {object} and patience. Free entry, coffee by " +
      "donation. Doors at {n}:00.",
    "Choir evening, {town}. Everybody may sing, nobody has to. Registration: https://{host}/e/{n}",
    "Talk: {craft} for beginners, with {name} and {name}. Library, first floor.",
  ),
  ...said("fr", "Bourse aux livres à {town}, samedi, entrée libre. https://{host}/e/{n}"),
  ...said("it", "Assemblea di quartiere a {town}, giovedì alle {n}. https://{host}/e/{n}"),
  ...said("de", "Flohmarkt im Hinterhof, ab {n} Uhr, nur bei Sonne.", "Offene Werkstatt, {town}."),
  ...said("es", "Concierto de coplas en la plaza, a las {n}, con sillas propias."),
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
    "The narrator sounds like {relative}, so I could not take the murders seriously.",
    "Wish the subtitles did not cover {object}.",
    "A slow book for slow trains. Loved the map at the front.",
    "Does anyone know the piece at {n}:30? My search finds only polkas.",
    "Third time through and I still do not trust the gardener.",
    "Was this filmed in {town}? The steps look right, the sea does not.",
    "Half a star off because {object} never comes back.",
    "Somebody in the choir coughs at {n}:05 and now I wait for it every time.",
    "Chapter {n} alone is worth the library fine.",
    "The microphone is better than last time, thank you for listening to us.",
    "My students asked for this one again, so the questions at the end work.",
  ),
  ...said("de", "Der Schluss hat mich {small} Nächte gekostet.", "Bitte mehr von der Tuba."),
  ...said("ja", "三章から一気に読みました。", "音がとてもきれいですね。"),
  ...said("es", "Lo leí de un tirón. El personaje de la abuela vale el libro entero."),
  ...said("fr", "Belle prise de son, merci pour la mise en ligne."),
];

/** Somebody's each: the question, then the choices. */
export const polls: readonly (readonly [Line["language"], ...string[]])[] = [
  ["en", "Best free coffee at a conference?", "Casino lobby", "The hallway", "None of it"],
  ["en", "You win a million. What do you buy first?", "A house", "Cheap socks", "Bitcoin (no)"],
  ["de", "Was kommt aufs Brot?", "Käse", "Marmelade", "Gewinnspiel-Aufschnitt", "Nichts"],
  ["en", "Should we meet in {town} or online?", "{town}", "Online", "Show results"],
  ["es", "¿Quién organiza el sorteo este año?", "Yo", "Tú", "La suerte"],
  ["en", "Settle this: is {object} furniture?", "Yes", "No", "{relative} says yes"],
  ["en", "My new loan words lecture needs a title", "Credit where due", "Interest rates high"],
  ["en", "Hot or cold?", "Hot", "Cold", "Tepid, like my love life"],
  ["fr", "Le meilleur jour pour la lessive ?", "Lundi", "Jamais", "Quand il pleut"],
  ["en", "How many tabs do you have open?", "1 to 9", "10 to 99", "The browser stopped counting"],
  ["ja", "明日の昼は？", "蕎麦", "カレー", "抜く"],
  ["en", "Which pill is this? (vet edition)", "Worms", "Ticks", "I ate it myself"],
  ["en", "{craft} on a Sunday: noise or not?", "Noise", "Music", "Depends on the neighbour"],
  ["nl", "Fiets of trein naar {town}?", "Fiets", "Trein", "Blijf thuis"],
  ["en", "Winner of our village lottery gets {object}. Fair?", "Fair", "Rigged", "I want it"],
  ["it", "Il nome del gatto?", "Briciola", "Ragioniere", "Gatto"],
  ["en", "Do you answer unknown numbers?", "Always", "Never", "Only to say I have no car"],
  ["pt", "Café com ou sem açúcar?", "Com", "Sem", "Chá"],
  ["en", "Oldest thing you still use daily?", "From {year}", "Older", "{relative}"],
  ["en", "Next week's loaf", "Rye", "Spelt", "Buy it like a normal person"],
];
