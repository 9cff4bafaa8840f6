// What people say who have just arrived, or arrived again.

import type { Line } from "../../texts.ts";
import { said } from "./talk.ts";

/** In their own words, naming who brought them. */
export const introductions: readonly Line[] = [
  ...said(
    "en",
    "Hello from {town}. I do {craft}, badly and with joy. {name} said this is where people talk.",
    "First post, shaky hands. Retired, {small} grandchildren, too many opinions on {craft}.",
    "So. New here after {small} years elsewhere. Mostly {craft}, some local politics, one dog.",
    "I was promised {craft} and birds. Where do I look?",
    "I mend radios in {town} and came because {relative} would not stop talking about this place.",
    "Nurse, night shifts, {craft} when awake. Be gentle, I do not know the buttons.",
    "PhD student, soil and worms. Happy to answer anything about worms.",
    "Writing this from the library in {town}, since mine has no internet until Friday.",
  ),
  ...said(
    "de",
    "Hallo zusammen, ich bin die Neue aus {town}. Stricken, Handball, schlechte Wortspiele.",
    "Angekommen! Ich schreibe über Eisenbahn und meinen viel zu großen Garten.",
    "Moin. Nach {small} Anläufen hat die Anmeldung geklappt. Ich lese erst mal mit.",
  ),
  ...said(
    "fr",
    "Bonjour, je débarque de {town}. Prof de maths, tricot, vieux synthés.",
    "Première publication ici. J'aime la marche et les cartes anciennes.",
  ),
  ...said(
    "es",
    "Hola, acabo de llegar. Soy de {town}, toco el clarinete y cuido tortugas.",
    "Buenas, primera vez por aquí, a ver si aprendo cómo va esto.",
  ),
  ...said(
    "ja",
    "はじめまして。{town}在住、編み物と電車が好きです。よろしくお願いします。",
    "今日から始めました。写真を中心に投稿します。",
  ),
  ...said("pt", "Olá, sou novo por cá. Leio muito, escrevo pouco, cozinho aos domingos."),
  ...said("nl", "Hoi, ik ben nieuw. Ik houd van schaatsen, brood en oude kaarten."),
  ...said("it", "Ciao a tutti, arrivo da {town}. Fotografo cortili e gatti."),
];

/** The form that a page of advice recommends, filled in by everybody. */
export const introductionForms: readonly Line[] = [
  ...said(
    "en",
    "Hi, I'm {name}! I like {craft}, {craft} and {craft}. I'm based in {town}. " +
      "Looking forward to meeting new people here. Please say hello!",
    "Time for an introduction! My name is {name}, I live in {town} and I'm here for {craft} " +
      "and {craft}. Follow me if that sounds like your thing :)",
  ),
  ...said(
    "de",
    "Hallo, ich bin {name} und komme aus {town}. Ich interessiere mich für {craft} und {craft}. " +
      "Ich freue mich auf den Austausch mit euch!",
  ),
];

export const introductionTags: readonly string[] = [
  ...["neuhier", "newhere", "photography", "gardening", "cats", "knitting", "books", "baking"],
  ...["hiking", "trains", "linux", "education", "music", "cycling", "maps", "birds", "scifi"],
  ...["poetry", "cooking", "film", "history", "accessibility", "climate", "radio", "chess"],
];

/** Everybody arrives on one day and says so. */
export const exodus: readonly Line[] = [
  ...said(
    "pt",
    "Estou aqui!",
    "estou aqui também, gente",
    "Cheguei! Estou aqui, quem mais veio?",
    "Vim da outra rede, estou aqui agora",
    "oi, estou aqui, me sigam de volta",
    "Pronto, mudei. Estou aqui.",
    "gente, como que usa isso? kkkk",
    "cheguei e não conheço ninguém, só você",
    "Bloquearam lá, estou aqui",
    "Primeiro post! Estou aqui, finalmente",
    "aqui é mais calmo né? gostei",
    "Alguém da turma de {town} por aqui?",
    "achei você! estou aqui também",
    "Testando... funcionou? estou aqui",
    "Boa noite, refugiados! Estou aqui",
    "meu novo cantinho. segue aí que eu sigo de volta",
  ),
];

/** Who has moved, from one's old account's friends to them. */
export const newHomes: readonly Line[] = [
  ...said(
    "en",
    "New home, same me. My old server closes on the 30th.",
    "It's me, {name}! The old place is shutting down, so here I am.",
    "Moved! If the follow did not carry over, this is the one.",
    "Hello again from the new address. The old posts stay where they are, I'm afraid.",
    "Old server gone, new server found. Did you get my follow?",
    "Third move in two years. I brought {object}.",
  ),
  ...said("de", "Umgezogen! Der alte Server macht zu, hier bin ich jetzt.", "Ich bin's, neu hier."),
  ...said("fr", "J'ai déménagé, l'ancien serveur ferme. C'est bien moi !"),
  ...said("es", "Me he mudado, soy yo, la de siempre. El otro servidor cierra."),
  ...said("ja", "引っ越しました。前のサーバーが終了するためです。引き続きよろしく。"),
];

/** Who lost an account and starts again. */
export const backAgain: readonly Line[] = [
  ...said(
    "en",
    "It's me again, {name}. My account over there was suspended by mistake, still waiting.",
    "Hi! New account, new name, same person. We talked about {craft} in {year}.",
    "Lost my password and the mail address with it, so: hello again from scratch.",
    "I changed my name. It's {name} now. You knew me from the {craft} thread.",
    "Restoring my archive here. You may see old posts, sorry about that.",
    "Different handle, same bad jokes. Could you follow this one instead?",
    "My old host suspended half of us by accident. Found you first, so you get the news.",
  ),
  ...said(
    "en",
    "So the import worked, half of it. Are you still doing {craft}?",
    "Hello from account number three. Someday I will learn to write down passwords.",
    "They closed my account over a picture of {object}. An appeal is running. Meanwhile: hi.",
    "You might not recognise the name, I took my grandmother's. We met in {town}.",
    "Took {small} months off, deleted everything, missed exactly four people. You're one.",
  ),
  ...said("de", "Neues Konto, alter Mensch: {name}. Das andere ist leider weg."),
  ...said("fr", "C'est encore moi, avec un autre nom et les mêmes chats."),
  ...said("pt", "Voltei! A conta antiga ficou presa no outro servidor."),
  ...said("nl", "Nieuwe naam, zelfde fiets. Ken je me nog van {town}?"),
  ...said("es", "Soy {name} otra vez, me cerraron la cuenta y empiezo de cero."),
  ...said("ja", "アカウントを作り直しました。以前{craft}の話をした者です。"),
];

/** What people say of themselves. */
export const summaries: readonly Line[] = [
  ...said(
    "en",
    "Screen reader user since {year}. I ask for descriptions of {object} and write my own.",
    "Blind, loud, from {town}. {craft} by ear.",
    "Command line and {craft}.",
    "No picture, on purpose. {craft}, {town}, {small} hens.",
    "{craft}, {craft} and {object}. From {town}, since {year}.",
    "Gardener in {town}. {small} children, {small} hens.",
    "Mostly {craft}. Sometimes {object}.",
    "Ask me about {craft} or about {town} in {year}.",
    "Looks after {relative} and {object}.",
  ),
  ...said("nl", "{craft}, en verder lees ik meer dan ik schrijf. {town}."),
  ...said("ja", "{town}在住の会社員です。{craft}。"),
  ...said("de", "Hier privat. {craft}, {town}, seit {year}."),
  ...said("fr", "{craft} à {town}, {small} chats."),
];
