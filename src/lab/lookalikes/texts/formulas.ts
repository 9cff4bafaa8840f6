// Texts that one sender rightly sends to many: greetings, help, enquiries, notices.

import type { Line } from "../../texts.ts";
import { said } from "./talk.ts";

/** One greeter's one text, to each newcomer. */
export const greetings: readonly Line[] = [
  ...said(
    "en",
    "Welcome aboard! A few hints for the first days: follow plenty of people, use hashtags in " +
      "your introduction, and ask if anything is unclear. This guide helps: " +
      "https://start-here.example/guide",
    "Hi and welcome! Nice to have you here.",
  ),
  ...said(
    "de",
    "Herzlich willkommen! Tipps für den Anfang: stell dich mit Hashtags vor, folge großzügig, " +
      "und Bilder bitte immer beschreiben. Fragen gerne an mich.",
  ),
  ...said("fr", "Bienvenue ! N'hésite pas à poser tes questions, ici on répond volontiers."),
  ...said("ja", "ようこそ！わからないことがあれば気軽に聞いてくださいね。"),
];

/** What someone says under everything. */
export const runningJokes: readonly Line[] = said("en", "Nice.", "And my axe!", "First!", "42.");

/** One line's one paragraph, to everybody who sounds desperate. */
export const helplines: readonly Line[] = [
  ...said(
    "en",
    "I read your post and I am worried about you. You are not alone with this. You can talk to " +
      "somebody right now, free and without giving a name: call 0800 555 0112 or write at " +
      "https://listening-line.example/chat, day and night.",
  ),
  ...said(
    "de",
    "Das klingt gerade sehr schwer. Die Telefonberatung ist rund um die Uhr da, kostenlos und " +
      "ohne Namen: 0800 555 0123, oder im Chat unter https://nachttelefon.example. Bitte ruf an.",
  ),
  ...said(
    "es",
    "Te leo y me preocupa cómo estás. Hay gente que escucha ahora mismo, gratis y en anonimato: " +
      "llama al 900 555 014 o escribe en https://te-escuchamos.example",
  ),
  ...said(
    "ja",
    "つらい気持ちを書いてくれてありがとうございます。今すぐ話せる窓口があります。" +
      "0120-555-099（24時間・無料） https://yorisoi-denwa.example",
  ),
];

/** First the person's own matter, then the same words to each. `{own}` differs. */
export const enquiries: readonly Line[] = [
  ...said(
    "en",
    "Hello {name}, {own} I am a reporter with the Harbour Courier and write about what the new " +
      "timetable does to commuters. Would you talk to me for ten minutes this week? My contact: " +
      "https://harbour-courier.example/staff/j-morel",
    "Dear {name}, {own} We are a research group at the University of Westmark and study how " +
      "people choose a server. The survey takes twelve minutes, is anonymous, and has ethics " +
      "approval: https://study.westmark.example/choose",
    "Hi {name}, {own} Our co-operative is looking for a gardener three days a week, fair pay, " +
      "housing possible. Details: https://green-shed.example/jobs. Not for you? Please pass it on.",
    "Hi {name}, {own} We organise a repair day on 14 March in the old tram depot and still need " +
      "people who can solder. Travel is paid. Interested? https://repair-day.example",
  ),
  ...said(
    "de",
    "Guten Tag {name}, {own} Ich recherchiere für den Nordwind-Hörfunk zum Thema Pflege und " +
      "suche Menschen, die davon erzählen mögen, auch ohne Namen. Mehr unter " +
      "https://nordwind-funk.example/recherche. Darf ich mich melden?",
  ),
  ...said(
    "fr",
    "Bonjour {name}, {own} Je prépare un documentaire sur les derniers cinémas de quartier et " +
      "j'aimerais recueillir votre témoignage. Le projet : https://cine-quartier.example/film",
  ),
];

/** What makes an enquiry this person's. */
export const personal: Readonly<Record<string, readonly string[]>> = {
  en: [
    "I read what you wrote about {object} and kept thinking about it.",
    "your thread on {craft} was passed round in our office.",
    "{relative} pointed me to your post from {town}.",
    "you mentioned in {year} that you had worked in {town}.",
    "I saw your answer on {craft} last night.",
    "your photo from {town} caught my eye.",
    "you seem to know more about {object} than anybody I asked.",
    "we met briefly in {town}, you will not remember.",
  ],
  de: [
    "Ihr Beitrag über die Nachtschichten in {town} ist mir aufgefallen.",
    "Sie schrieben gestern von Ihrer Mutter, das hat mich beschäftigt.",
    "eine Kollegin hat mir Ihren Text weitergeleitet.",
  ],
  fr: [
    "votre message sur le cinéma de {town} m'a touché.",
    "on m'a montré vos photos de {town}.",
    "vous parliez hier de votre premier film.",
  ],
};

/** Of an admin to people elsewhere: one text in an hour. */
export const notices: readonly Line[] = [
  ...said(
    "en",
    "Dear admins, this is a notice from the moderation team of {host}. Accounts on your server " +
      "were used tonight to post unsolicited mentions. The list with times and post URLs is at " +
      "https://{host}/reports/2026-03. Please check your sign-ups. Sorry for the duplicate if a " +
      "colleague got this too.",
    "Hello, {host} will be offline on Saturday from 02:00 to 06:00 UTC while we move the " +
      "database. Posts sent to us meanwhile will arrive later. Status: https://status.{host}",
    "You follow people on {host}. We are closing at the end of the month; they have until then " +
      "to move. Nothing to do for you, your follows should carry over by themselves.",
  ),
  ...said(
    "de",
    "Liebe Leute, {host} sperrt ab heute Nacht die Server auf dieser Liste: " +
      "https://{host}/sperren. Wer dort Kontakte hat, verliert sie leider. Fragen an mich.",
  ),
];

/** "Same text, again" of people who build things. */
export const trials: readonly Line[] = [
  ...said("en", "test", "test", "testing federation, please ignore", "ping", "hello world"),
  ...said("de", "Test 1 2 3"),
  ...said("ja", "テスト"),
];

/** Lists of thanks and of people to follow. */
export const fridays: readonly Line[] = [
  ...said(
    "en",
    "#FollowFriday! People who made my week better:",
    "A big thank you to everybody who helped at the fair:",
    "#FF my favourite makers this month",
    "New followers, hello and thank you all!",
    "Credits for the zine go to all of you:",
  ),
  ...said("de", "#FollowerPower, diese hier lohnen sich:", "Danke an alle, die mitgemacht haben:"),
  ...said("fr", "#VendrediLecture, merci à vous pour les conseils :"),
  ...said("es", "#ViernesDeSeguir, gente que vale la pena:"),
  ...said("ja", "今週お世話になった皆さん、ありがとうございました。"),
];

/** Who quotes spam to warn of it. `{payload}` is what the spammers say. */
export const warnings: readonly Line[] = [
  ...said(
    "en",
    "Mods: a wave is running. The text is “{payload}” from fresh accounts, block on sight.",
    "Is anybody else getting this? “{payload}”. Four so far, all from hosts with open sign-up.",
    "For the record, today's spam reads: “{payload}”. I have put the hosts on the shared list.",
    "Our honeypot caught this a minute ago: “{payload}”. Do not click, obviously.",
    "Wrote up last night's wave, with all strings: “{payload}”. Corrections welcome.",
    "My kid got this at seven in the morning and asked what it wants: “{payload}”",
    "Filter suggestion for tonight, worked for us since noon: “{payload}”",
    "So these are the famous spammers. All they have to say is “{payload}”. I expected more.",
    "{small} of our accounts were hit. Log line for your grep: “{payload}”",
    "Could a moderator look? I got “{payload}” and then the account was gone.",
    "News from the committee: sign-ups are closed until the “{payload}” people get bored.",
    "Does your software catch this one? “{payload}”. Ours lets every second one through.",
    "I collect these. Today's specimen: “{payload}”. Note the missing greeting.",
    "Asked the host's admin about “{payload}” and she had {small} hundred new accounts overnight.",
  ),
  ...said(
    "de",
    "Achtung, Spamwelle: „{payload}“. Bitte melden statt antworten.",
    "Bei uns kam gerade das hier an: „{payload}“. Bei euch auch?",
  ),
  ...said(
    "es",
    "¿Os llega también esto? «{payload}». No pinchéis.",
    "Otra vez «{payload}», van seis.",
  ),
  ...said("nl", "Let op, spam: “{payload}”. Graag melden."),
  ...said("pt", "Cuidado com isto: “{payload}”. Já avisei o servidor deles."),
  ...said("it", "È arrivato anche a voi “{payload}”?"),
  ...said("ja", "スパムが届いています。「{payload}」開かないでください。"),
  ...said("fr", "Attention, vague de spam en cours : « {payload} ». Signalez, ne répondez pas."),
];

/** Who was mentioned by spam and answers everybody. */
export const victims: readonly Line[] = [
  ...said(
    "en",
    "Who is this?",
    "what is this and why am I in it",
    "Reported. Everybody else please report too.",
    "lol no",
    "Do I know any of you?",
    "Please take me out of this thread",
    "Hello fellow victims, nice to meet you all",
    "is this spam?",
    "Blocked. Have a good day, the rest of you!",
    "stop mentioning me",
    "I'll have the ham instead",
    "Same here, third one today.",
  ),
  ...said("de", "Was soll das?", "Gemeldet.", "Schönen Gruß an alle Mitbetroffenen!"),
  ...said("ja", "誰ですか？", "通報しました。", "巻き込まれました…"),
  ...said("fr", "C'est qui ?", "Signalé, bonne soirée à tous."),
  ...said("es", "¿Y esto qué es?", "Reportado."),
];
