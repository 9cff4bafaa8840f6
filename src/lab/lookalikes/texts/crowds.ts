// What many people say at once: warnings, jokes, congratulations, raffles, requests for help.

import type { Line } from "../../texts.ts";
import { said } from "./talk.ts";

/** Copied by hundreds, word for word or nearly. */
export const safetyTexts: readonly Line[] = [
  ...said(
    "en",
    "FLOOD WARNING for the lower Orne valley. Move to the first floor or higher NOW. Do not " +
      "drive through water. Shelters: school hall Rivermouth, church Eastgate. Emergency: 112. " +
      "Please copy and pass on.",
  ),
  ...said(
    "tr",
    "Deprem bölgesindeki arkadaşlar: enkaz altında iseniz bağırmayın, boruya vurun. Telefonunuzu " +
      "uçak moduna almayın. Yardım hattı 122. Lütfen kopyalayıp paylaşın.",
  ),
  ...said(
    "es",
    "AVISO: incendio activo en la sierra de Albor. Evacúen por la carretera vieja, no usen el " +
      "túnel. Refugio en el polideportivo. Teléfono 112. Copien y difundan.",
  ),
  ...said(
    "ja",
    "【拡散希望】津波警報が出ています。すぐに高台へ逃げてください。車は使わないでください。" +
      "避難所：北浜小学校、市民会館。",
  ),
];

/** What some add before it. */
export const copiedWith: Readonly<Record<string, readonly string[]>> = {
  en: ["Please share!", "Copied from the fire brigade:", "For those of you down there:", "", ""],
  tr: ["Lütfen yayın!", "Acil!", ""],
  es: ["Por favor, difundid.", "Copio y pego:", ""],
  ja: ["コピペ推奨。", "友人から。", ""],
};

/** Of an agency that has just opened its account, to people who ask. */
export const agency: readonly Line[] = said(
  "en",
  "The county's official account here. The bridge is closed until further notice; see " +
    "https://county-alerts.example/orne for the map.",
  "Official information: drinking water is safe north of the railway line only. Updates at " +
    "https://county-alerts.example/orne.",
  "We have passed your street on to the crews. Please stay on the upper floor.",
);

export const askedAgency: readonly string[] = ["Thank you for asking.", "Good question.", ""];

/** Money is needed, and said so every day. `{link}` is the person's own. */
export const mutualAid: readonly Line[] = [
  ...said(
    "en",
    "URGENT, please boost: disabled trans woman {small} hundred short on rent by Friday. " +
      "Anything helps, even a boost. {link}",
    "Day {small} without heating. I hate asking again. My fund is at 210 of 900: {link}",
    "Mutual aid request! My insulin is due on Monday and the card was declined. {link}",
    "Vet bill for Biscuit: 480 to go. She is eating again, thank you all. {link}",
    "Please don't scroll past. My family of {small} lost our home and we live in a tent. {link}",
    "We are still alive. The children need flour and medicine. Every share counts: {link}",
    "Boosts appreciated: laid off, two kids, car broke down. {link}",
    "I lost my account again, this is the new one. The fund is still the same: {link}",
    "The landlord gave us until the first. {small} people, one van. Whatever you can: {link}",
    "Wheelchair repair quote came in, I had to sit down, ha. Helping hands: {link}",
    "Commissions are open because the fridge is empty. Or tip me: {link}",
    "Funeral costs for {relative}. I never thought I would write this. {link}",
    "If {small} hundred of you gave the price of one coffee we would be done: {link}",
  ),
  ...said("de", "Bitte teilen: mir fehlen noch 300 für die Nachzahlung. {link} Danke euch!"),
  ...said("fr", "Ma cagnotte pour le fauteuil de ma fille, un partage suffit déjà : {link}"),
  ...said("pt", "Vaquinha para o remédio do meu pai, qualquer valor ajuda: {link}"),
  ...said("es", "Ayuda urgente para la operación de mi madre, cualquier aporte suma: {link}"),
  ...said("ar", "نحتاج إلى مساعدتكم لشراء الدواء والطحين لأطفالنا، شاركوا من فضلكم {link}"),
];

export const mutualAidTags: readonly string[] = [
  ...["MutualAid", "MutualAidRequest", "PleaseBoost", "Crowdfund", "TransCrowdFund", "Rent"],
  ...["Gaza", "Help", "Emergency", "Disabled", "Family", "Donate", "Boost", "Solidarity"],
  ...["Housing", "Medical", "Urgent", "FediHelp", "Winter", "Food"],
];

/** A draw that somebody here runs, and how people enter. */
export const raffleEntries: readonly Line[] = [
  ...said(
    "en",
    "in!",
    "In!",
    "I'm in!",
    "in please",
    "Count me in",
    "me!",
    "Entered, thank you!",
    "IN",
    "I'd love one",
  ),
  ...said("de", "Bin dabei!", "dabei"),
  ...said("es", "¡Participo!", "participo"),
  ...said("fr", "Je participe !", "je tente ma chance"),
  ...said("ja", "参加します！", "応募します"),
];

/** One text goes round among people who have been here for years. */
export const memes: readonly Line[] = [
  ...said(
    "en",
    "Post the fourth picture in your camera roll without explanation.",
    "Tell me you are a {craft} person without telling me you are a {craft} person.",
    "In twenty minutes I will be out of coffee. Copy this if you have ever been out of coffee. " +
      "Nobody will. I know exactly who my friends are.",
    "Name five films that shaped you. No order, no reasons, no superheroes.",
    "This is the fork of no cutlery. Pass it on or your spoons will bend by morning.",
    "Reply with an emoji and I will tell you which loaf of bread you are.",
  ),
  ...said("de", "Nenne fünf Platten, die du auswendig kannst, ohne Begründung, und gib es weiter."),
  ...said("ja", "このタグを見た人は今日食べたものを晒す"),
  ...said("pt", "Poste uma foto que você tirou e nunca mostrou. Sem legenda. Passe adiante."),
];

/** Under something that everybody saw. */
export const pileIn: readonly Line[] = [
  ...said(
    "en",
    "same!",
    "Same",
    "this.",
    "THIS",
    "so true",
    "😂😂😂",
    "I feel seen",
    "lmao",
    "haha brilliant",
    "Me too!",
    "can confirm",
    "omg yes",
    "Congratulations!",
    "💯",
    "I need this on a mug",
    "Every. Single. Time.",
    "underrated post",
    "saving this",
    "😭",
    "No!",
    "Thank you for saying it",
    "and it's only Tuesday",
    "delete this (affectionate)",
  ),
  ...said("de", "Genau!", "so wahr", "Ich lach mich weg", "dito"),
  ...said("es", "jajaja", "Totalmente", "¡Yo también!"),
  ...said("fr", "mdr", "Tellement vrai", "pareil"),
  ...said("ja", "わかる", "それな", "笑った", "草"),
  ...said("pt", "kkkkkk", "sim!!"),
  ...said("nl", "Ja!", "zo waar"),
];

/** Homework. Everybody hands in the same, and names the teacher and the others. */
export const homework: readonly Line[] = [
  ...said(
    "en",
    "Assignment 1: say hello to your teacher and your group, add one fact about your town and " +
      "the hashtag of the course. My fact: {town} has {small} bridges.",
    "Workshop task: I have created an account, written a post and mentioned my group. Done!",
  ),
  ...said(
    "de",
    "Aufgabe 1: Stelle dich deiner Gruppe vor und nenne ein Buch. Mein Buch hat {small} Kapitel.",
  ),
];

/** Words that filters of old fell for, said by those who have a right to them. */
export const sensitive: readonly Line[] = [
  ...said(
    "en",
    "As a sex worker: bank accounts get closed without notice, keep a second one. Cheap advice, " +
      "free of charge.",
    "Our harm reduction van tests pills for free on Fridays, no names, no police.",
    "Day 90 without the casino. If the bonus mails get to you, the self-exclusion form works.",
    "Crypto is a casino with extra steps. I answered a recovery scam so that you need not.",
    "Do not buy bitcoin because a stranger promised to double it. Ask me how my uncle knows.",
    "Trans youth group meets Thursdays, hot chocolate, no parents. Message me for the address.",
    "Viagra did interact with my heart pills. Please, please tell your doctor everything.",
    "I am a nude model for drawing classes. Yes, it is cold. No, you may not have my number.",
    "Naloxone saves lives. Free kits at the pharmacy, ask without shame.",
    "Weight loss drug shortages hit us diabetics first. Has your pharmacy got any left?",
    "STI tests are free and anonymous here, and the queue is shorter than for a passport.",
    "Got out of an MLM after {small} years and lost every friend. Happy to talk in private.",
    "Porn filters at our library block the breast cancer site. I have written to the council.",
    "The lottery funds our youth club and I hate that it does.",
    "Escort, forty-six, and the tax office still does not know which form I need.",
    "My binder site got flagged as adult content. It is a shirt, officer.",
    "Ketamine therapy helped where six pills had not. Ask a doctor, not a forum.",
    "Free money does not exist, says the debt counsellor, but free debt advice does. Come by.",
    "Hospice nurse here: morphine is not the enemy. Happy to answer questions, any hour.",
    "They promised my mum a prize if she paid the shipping. She now warns her whole choir.",
    "Erotica pays my rent and footnotes pay for nothing, so guess what I write.",
  ),
  ...said(
    "de",
    "Spielsucht ist kein Charakterfehler. {small} Monate ohne Sportwetten, fragt mich gerne.",
    "Drugchecking in {town}: kostenlos, anonym, donnerstags. Bitte weitersagen.",
  ),
  ...said("es", "Soy trabajadora sexual y doy talleres gratis sobre derechos, escríbeme."),
  ...said("fr", "Dépistage gratuit et anonyme samedi à {town}, sans rendez-vous."),
];
