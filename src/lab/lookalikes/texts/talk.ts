// What people say who have something to say: answers, questions and small talk. All made up.
// `{…}` is a slot, filled anew each time from `words`.

import type { Line } from "../../texts.ts";

/** Several lines of one language. */
export function said(language: string, ...texts: readonly string[]): readonly Line[] {
  return texts.map((text) => ({ language, text }));
}

export const words: Readonly<Record<string, readonly string[]>> = {
  craft: [
    ...["bookbinding", "sourdough", "darkroom printing", "whittling", "bell ringing", "felting"],
    ...["fermenting", "chess by post", "stargazing", "model trains", "canal boating", "quilting"],
    ...["field recording", "mushroom walks", "restoring bikes", "crosswords", "wild swimming"],
  ],
  object: [
    ...["the green lamp", "that kettle", "your second photo", "the slide rule", "the ladder"],
    ...["the tiled stove", "your bee house", "the pocket loom", "that shelf", "the map legend"],
    ...["the enamel pot", "your footnote", "the brass hinge", "the tin robot", "that doorbell"],
  ],
  town: [
    ...["Aarhus", "Girona", "Leeds", "Lviv", "Oaxaca", "Porto", "Tampere", "Graz", "Namur"],
    ...["Cork", "Sendai", "Cusco", "Galway", "Turin", "Halifax", "Bergen", "Izmir", "Accra"],
  ],
  relative: [
    ...["my aunt", "my neighbour", "our postman", "my flatmate", "my daughter", "grandad"],
    ...["my old teacher", "the man next door", "my cousin", "my brother-in-law", "our vet"],
  ],
  year: ["1962", "1971", "1978", "1984", "1989", "1993", "1999", "2003", "2008", "2016"],
  small: ["two", "three", "four", "five", "six", "seven", "nine", "eleven", "fourteen"],
  name: [
    ...["Ines", "Tor", "Babak", "Lene", "Óscar", "Wren", "Hilde", "Jurij", "Asha", "Colm"],
    ...["Petra", "Milo", "Saoirse", "Dieter", "Amara", "Sunniva", "Yara", "Emil", "Juno"],
  ],
};

/** One sentence each: a stranger's answer to something public. */
export const answers: readonly Line[] = [
  ...said(
    "en",
    "{relative} had {object} exactly like it until {year}.",
    "Does this also work if you live in {town} and have hard water?",
    "I would swap the second and third step, otherwise it sticks.",
    "Lovely. I did {craft} for {small} years and never got that far.",
    "Can I ask what you used for the edges of {object}?",
    "We tried that in {town} and the council said no {small} times.",
    "You might like the little museum in {town}, they have a whole room of these.",
    "Respectfully disagree: {object} was the better half of it.",
    "Not a doctor, but {relative} is, and she says to keep it dry.",
    "This explains so much about {town}, thank you.",
    "Where did you find {object}? I have been looking since {year}.",
    "I read this aloud at breakfast and now everybody wants to try {craft}.",
    "The tune is older than that; {relative} sang it in {year}.",
    "Is there a version of this without nuts?",
    "Beautiful light. Is that facing north?",
    "Thanks for adding a description, I could picture {object} right away.",
    "Ours broke in the same place, {small} screws and some glue did it.",
    "I think the date is wrong, the bridge in {town} opened in {year}.",
    "How long did {object} take you? I have {small} evenings free.",
    "My cat would have {object} on the floor within {small} minutes.",
    "I am stealing the phrase for my {craft} group, with credit.",
    "Oh no. I hope {relative} is better by now.",
    "Which train was that? I was on the one to {town} and saw nothing.",
    "The trick with {object} is to do it on a day when nobody is home.",
    "Congratulations, {small} pages a day is more than I manage in a month.",
  ),
  ...said(
    "de",
    "Bei uns in {town} hieß das immer anders, aber der Geruch war derselbe.",
    "Darf man fragen, wo es die Schrauben dafür noch gibt?",
    "Seit {year} steht so eins bei uns im Keller und keiner traut sich ran.",
    "Ich würde vorher das Brett wässern, sonst reißt es.",
    "Sehr schön erklärt, das zeige ich morgen meiner Klasse.",
    "Halb so wild, unserer hat auch {small} Anläufe gebraucht. Verzeihung fürs Englisch.",
    "Der Bus fährt da sonntags gar nicht, oder hat sich das geändert?",
    "Mein Opa hätte gesagt: erst messen, dann fluchen.",
    "Das Licht auf dem dritten Bild, unglaublich.",
    "Ich suche seit Jahren jemanden, der das noch kann. Gibst du Kurse?",
  ),
  ...said(
    "fr",
    "Chez nous à {town} on ajoute un peu de cannelle, essayez.",
    "Merci, je cherchais ce mot depuis {year}.",
    "Le pont derrière, c'est bien celui de {town} ?",
    "J'ai raté le mien trois fois, la quatrième était la bonne.",
    "Votre chat a exactement l'air de mon ancien proviseur.",
    "Est-ce que le livre existe encore en librairie ?",
    "Ma voisine en fabrique, je lui montre dès ce soir.",
    "Attention, cette colle-là jaunit au soleil.",
  ),
  ...said(
    "es",
    "En mi pueblo lo hacíamos con vinagre y salía mejor.",
    "¿Eso es cerca de {town}? Juraría que reconozco la plaza.",
    "Gracias por contarlo, a mi padre le pasó igual en {year}.",
    "Se me quedó pegado al molde, ¿qué hice mal?",
    "Qué maravilla de fotos, la última sobre todo.",
    "Yo quitaría el tercer párrafo, lo demás está clarísimo.",
    "Aquí llevamos {small} días sin agua, te leo con envidia.",
  ),
  ...said(
    "pt",
    "A minha avó guardava isso numa lata de bolachas.",
    "Isso fica em {town}? Passei lá em {year} e não vi nada.",
    "Boa dica, vou experimentar com farinha integral.",
    "Desculpe a intromissão, mas a peça é de antes da guerra.",
    "Que bonito, dá vontade de aprender.",
  ),
  ...said(
    "ja",
    "失礼します。うちの庭にも同じ鳥が来ます。",
    "その喫茶店、まだやっているんですね。{year}年に通っていました。",
    "作り方を教えていただけますか。",
    "写真の右奥に写っているのは何でしょうか。",
    "勉強になりました。授業で紹介してもいいですか。",
    "うちの猫も全く同じ顔をします。",
    "次はいつ開催されますか。子どもと行きたいです。",
    "それは左側のネジを先に緩めると楽ですよ。",
  ),
  ...said(
    "nl",
    "Bij mijn oom in {town} hing er ook zo een boven de deur.",
    "Heb je dat met of zonder gist gedaan?",
    "Ik herken het behang van de school uit {year}.",
    "Pas op met dat snoer, het mijne smolt.",
  ),
  ...said(
    "it",
    "Mia zia la preparava uguale, ma con le mele cotogne.",
    "Scusi, dove ha trovato il catalogo del {year}?",
    "A {town} ce n'è ancora uno funzionante, in piazza.",
    "Che pazienza, io avrei smesso dopo la terza fila.",
  ),
  ...said(
    "pl",
    "U nas w domu stał taki sam, tylko zielony.",
    "A czy to działa też zimą, przy mrozie?",
    "Pamiętam ten sklep, był za rogiem do {year} roku.",
  ),
  ...said(
    "uk",
    "У нас у селі таке пекли на свято.",
    "Підкажіть, будь ласка, де взяти схему?",
    "Мій дід ремонтував такі до {year} року.",
  ),
  ...said("ko", "저희 동네에도 똑같은 가게가 있었어요.", "혹시 도안을 어디서 구하셨나요?"),
  ...said(
    "zh",
    "我外婆家也有一个，现在还能用。",
    "请问这张照片是在哪里拍的？",
    "学到了，谢谢分享。",
  ),
  ...said("tr", "Bizim köyde buna başka bir ad verirlerdi.", "Tarifini paylaşır mısınız?"),
  ...said("ca", "A casa en teníem un d'igual, de color verd.", "On es pot comprar, això?"),
];

/** A second sentence, by language, for who says more. */
export const afterthoughts: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Anyway, back to {craft}.",
    "Greetings from {town}, where it is hailing.",
    "Sorry, I got carried away.",
    "No need to answer, I just had to say it.",
    "{relative} says hello by the way.",
    "I will report back in {small} days.",
    "Maybe I misremember, it was {year}.",
    "Also: nice handwriting.",
    "(typing this with one hand, the other holds {object})",
    "That was the whole thought.",
    "If you are ever in {town}, come and see ours.",
    "Edited because of a typo, twice.",
  ],
  de: ["Grüße aus {town}.", "Nur so als Gedanke.", "Ich melde mich, wenn es klappt.", "Danke!"],
  fr: ["Bonne journée depuis {town}.", "Je repasse demain.", "Enfin, ce n'est qu'un avis."],
  es: ["Un saludo desde {town}.", "Ya contaré cómo sale.", "Perdón por el rollo."],
  pt: ["Abraço de {town}.", "Depois conto.", "Boa semana."],
  ja: ["長文失礼しました。", "また寄らせてもらいます。", "返信はお気遣いなく。"],
  nl: ["Groet uit {town}.", "Ik laat het weten.", "Fijne dag nog."],
  it: ["Saluti da {town}.", "Vi farò sapere.", "Buona serata."],
  pl: ["Pozdrawiam z {town}.", "Dam znać."],
  uk: ["Вітання з міста {town}.", "Гарного дня."],
};

/** Among people who know each other: everyday matters. */
export const smallTalk: readonly Line[] = [
  ...said(
    "en",
    "Did {relative} get {object} home in one piece?",
    "Running {small} minutes late, start without me.",
    "I found your scarf, it was under {object}.",
    "Same time next week? I bring {object}.",
    "You were right about {town}, I was wrong, please frame this.",
    "The choir needs {small} more basses, tell everyone.",
    "{craft} was cancelled, the hall is flooded again.",
    "Look what {relative} sent: {object} from {year}.",
    "Remind me what the plumber in {town} is called?",
    "I dreamt that we had to catalogue {object}.",
  ),
  ...said(
    "de",
    "Bringst du am Freitag den großen Topf mit?",
    "Ich hab die Karten, Reihe {small}.",
    "Der Handwerker war da und hat nur den Kopf geschüttelt.",
    "Ruf mal durch, wenn du in {town} bist.",
  ),
  ...said("fr", "Tu passes prendre {object} samedi ?", "Alors, ce rendez-vous à {town} ?"),
  ...said("es", "¿Quedamos el jueves como siempre?", "Te guardé un trozo, pero no tardes."),
  ...said("ja", "明日の練習は七時からです。", "お土産届きました、ありがとう。"),
  ...said("nl", "Neem jij de koffie mee?", "De sleutel ligt onder de derde pot."),
  ...said("it", "Ci vediamo alla solita ora?", "Ho trovato il tuo ombrello sul treno."),
];
