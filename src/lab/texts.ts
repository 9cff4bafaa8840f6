// What people of the lab say to each other. All of it is made up. `{…}` is a slot:
// `{thing}` takes a word from the list of that name, drawn anew each time.

export interface Line {
  readonly language: string;
  readonly text: string;
}

const en = (text: string): Line => ({ language: "en", text });

/** Words for slots. */
export const slots: Readonly<Record<string, readonly string[]>> = {
  thing: [
    "the sourdough",
    "that little radio",
    "your tomato seedlings",
    "the bicycle lamp",
    "the loom",
    "the telescope mount",
    "your allotment map",
    "the choir recording",
    "the old typewriter",
    "the rain gauge",
    "that knitting pattern",
    "the ferry timetable",
  ],
  place: [
    "the harbour",
    "the old mill",
    "the library steps",
    "the night market",
    "the moor",
    "the tram depot",
    "the botanical garden",
    "the lighthouse",
  ],
  when: ["tonight", "on Sunday", "after work", "next week", "this morning", "before the frost"],
  feeling: ["lovely", "oddly soothing", "a bit much", "better than expected", "glorious", "tricky"],
  hobby: [
    "birdwatching",
    "mending clothes",
    "tabletop games",
    "amateur radio",
    "bread",
    "cycling",
    "letterpress",
    "choir singing",
    "old maps",
    "astronomy",
  ],
};

/** Friends, among themselves. */
export const chatter: readonly Line[] = [
  en("How did {thing} turn out? I keep thinking about it."),
  en("We walked past {place} {when} and thought of you."),
  en("Ha, that is exactly what my grandmother would have said about {thing}."),
  en("Could you bring {thing} {when}? No hurry at all."),
  en("I tried it your way and it was {feeling}. Thank you!"),
  en("Are you going to {place} {when}? There is room in the car."),
  en("Still laughing about {thing}. Please never change."),
  en("The light over {place} was {feeling} just now, I took no picture and do not regret it."),
  en("Yes! And then put a lid on it and leave it alone for an hour."),
  en("I owe you a coffee and a proper answer, probably {when}."),
  { language: "de", text: "Wie geht es der Katze? Gestern klang das ja nicht so gut." },
  { language: "de", text: "Danke dir, das Rezept hat geklappt, nur das Salz hatte ich vergessen." },
  { language: "fr", text: "On se retrouve devant la gare vers dix heures, ça te va toujours ?" },
  { language: "es", text: "Me encantó el libro, te lo devuelvo el jueves con un trozo de tarta." },
  { language: "pt", text: "Já chegou a encomenda? Aqui continua a chover sem parar." },
  { language: "ja", text: "昨日の写真、とてもよかったです。また見せてくださいね。" },
  { language: "ar", text: "شكرا على الصورة الجميلة، ذكرتني ببيت جدتي" },
  { language: "pl", text: "Zadzwonię wieczorem, teraz siedzę w pociągu bez zasięgu." },
];

/** Strangers' first replies to a public post of somebody here. */
export const firstReplies: readonly Line[] = [
  en("I don't think we have met, but this made my morning. Which paper do you print on?"),
  en("Came across this through a friend's boost: the trick with {thing} also works with vinegar."),
  en("Sorry to barge in. Is that {place}? I lived round the corner for six years."),
  en("Same here! Ours took three weeks and then all came at once."),
  en("As somebody who repairs these for a living: please unplug it first."),
  en("Do you have a source for the second figure? I would like to use it in class."),
  { language: "de", text: "Hallo, das ist ja toll. Darf ich fragen, welche Wolle das ist?" },
  { language: "fr", text: "Bonjour, votre carte est superbe. Elle existe en affiche ?" },
  { language: "nl", text: "Wat leuk, wij hebben precies dezelfde op zolder staan!" },
  { language: "ja", text: "はじめまして。この駅、学生のころ毎日使っていました。懐かしいです。" },
  { language: "uk", text: "Дуже гарно! А скільки часу пішло на цю вишивку?" },
  { language: "tok", text: "sitelen ni li pona mute tawa mi. sina pali e ona kepeken seme?" },
  en("My uncle drove that line until ninety-four, he says the bell was louder than the brakes."),
  en("Would you mind if I quoted your second paragraph in our parish newsletter?"),
  en("Counterpoint from a beekeeper: they never once came back to the blue box."),
  en("Small correction, the bridge was moved in 1931 and not rebuilt. Lovely picture though."),
  en("I laughed so hard that the people in my carriage asked what it was. Can I tell them?"),
  en("For what it's worth, the left knob does nothing on any of these. We checked forty."),
  en("Is the recipe meant for fan ovens? Mine came out like a roof tile."),
  en("Thank you for writing this down. My father had the same illness and nobody talked of it."),
  en("That typeface! It is on every shop door in the town where I grew up."),
  en("We get otters on our stretch too, always about when the bin lorry comes."),
  {
    language: "de",
    text: "Entschuldigung, wenn ich mich einmische: das Rad muss andersherum drauf.",
  },
  {
    language: "de",
    text: "Genau dieses Lied lief, als wir umgezogen sind. Jetzt habe ich einen Ohrwurm.",
  },
  { language: "fr", text: "Ma grand-mère mettait une pomme de terre au fond, essayez donc." },
  {
    language: "fr",
    text: "Vous étiez au deuxième rang samedi ? Je crois vous avoir prêté mon parapluie.",
  },
  {
    language: "es",
    text: "Perdona la pregunta tonta, ¿esa lámpara se apaga sola o hay que darle?",
  },
  { language: "pt", text: "O meu vizinho tem um barco igual e nunca o vi sair do cais." },
  { language: "it", text: "Scusi, è il mercato di via dei Mille? Ci comprava le arance mia zia." },
  { language: "ja", text: "突然すみません。そのラジオ、うちの祖父も毎朝聴いていました。" },
  { language: "nl", text: "Bij ons heet dat brood anders, maar de korst herken ik meteen." },
  { language: "pl", text: "Ten tramwaj jeździł pod moim oknem, dzwonił dokładnie o piątej." },
];

/** What a stranger may add, by language: people do not write whole sentences alike by chance. */
export const tails: Readonly<Record<string, readonly string[]>> = {
  en: [
    "Greetings from {place}.",
    "My sister does {hobby} and will not believe it.",
    "I may try it {when}.",
    "It is raining here, so I have all day to read.",
    "Sorry for the long delay, I read slowly.",
    "We had one like it at school.",
    "Is there more of it?",
    "I saw something of the kind near {place}.",
    "Somebody should tell the {hobby} crowd.",
  ],
  de: [
    "Viele Grüße, bei uns schneit es schon wieder.",
    "Meine Schwester fragt zum dritten Mal.",
    "Ich probiere das morgen gleich aus.",
    "Bei uns in der Werkstatt hängt auch so eins.",
    "Und danke fürs Mitnehmen!",
    "Ich lese jetzt erst einmal in Ruhe mit.",
    "Der Hund schläft, also habe ich Zeit.",
  ],
  fr: [
    "Il m'en reste trois à faire, je prends note.",
    "Bonne soirée depuis la côte.",
    "Mon voisin adorerait.",
    "Ma fille demande si elle est peinte à la main.",
    "Ici il pleut depuis mardi.",
    "Merci pour le partage, en tout cas.",
  ],
  es: [
    "Somos varios del mismo pueblo.",
    "Mañana pregunto otra vez, no hay prisa.",
    "Mi madre sigue escribiendo cartas.",
    "Perdona si tardo en contestar.",
    "Aquí ya huele a naranjas.",
    "El gato manda recuerdos.",
    "Vengo por la música, me quedo por la charla.",
  ],
  nl: [
    "Groeten uit het noorden.",
    "De onze is van mijn oma geweest.",
    "Mag ik een foto?",
    "Hij doet het alleen nog op zondag.",
    "Mijn zoon speelt er nu mee.",
    "Bedankt voor het laten zien.",
  ],
  ja: [
    "もう二十年前のことです。",
    "また聞かせてください。",
    "こちらは雪です。",
    "母にも見せますね。",
    "売店のおばさん、お元気かな。",
    "今度の休みに行ってみます。",
  ],
  uk: [
    "Вітаю з Полтави.",
    "Моя бабуся робила схожі.",
    "Дякую, що показали.",
    "Хочу навчитися навесні.",
    "Кольори просто чудові.",
    "Передавайте вітання майстрині.",
  ],
  tok: [
    "mi wile lukin e ijo mute sin.",
    "tenpo suno ni la mi kama sin.",
    "kasi li pona kin.",
    "mi toki tan ma lete.",
    "soweli mi li lape.",
    "o awen pali!",
  ],
};

/** Strangers who all say the same few words to one of us, on her birthday. */
export const congratulation = en("Happy birthday!");

/** The greeter's one text: the same to everybody, by design. */
export const greeting = en(
  "Welcome! I keep a list of people here who like {hobby}; tell me if you want to be on it. " +
    "Nobody has to answer.",
);

/** Newcomers, who name the friend that brought them. */
export const introductions: readonly Line[] = [
  en("Made it, thanks to you! I like {hobby} and {hobby}, and I have no idea how this works."),
  en("Hello, first post. You said I would find {hobby} people here, so where are they?"),
  { language: "es", text: "¡Ya estoy aquí! Gracias por la invitación. ¿Ahora qué se hace?" },
  { language: "de", text: "So, angemeldet. Und wo finde ich jetzt die Leute vom Chor?" },
  { language: "fr", text: "Voilà, c'est fait ! J'ai mis une demi-heure à choisir une image." },
  en("You were right, it is quiet here. In a good way. I do {hobby}, mostly {when}."),
  en("New here, old elsewhere. Still {hobby}, still no patience. Hello!"),
  en("So this is where you all went. I brought my sewing and a list of questions."),
  en("Third try at signing up, the first two hosts wanted to know my favourite mushroom."),
  en("Reporting for duty as promised on the train. Which button makes it stop blinking?"),
  {
    language: "de",
    text: "Mein Enkel hat mir das eingerichtet, jetzt muss ich wohl etwas schreiben.",
  },
  {
    language: "es",
    text: "Me dijiste que aquí no gritaba nadie. De momento es verdad, qué gusto.",
  },
  { language: "pt", text: "Cheguei atrasada como sempre. Guardaram-me um lugar junto à janela?" },
  {
    language: "ja",
    text: "やっと登録できました。使い方はこれから覚えます。よろしくお願いします。",
  },
  { language: "it", text: "Eccomi, ci ho messo mezz'ora a scegliere il nome e poi era già preso." },
];

/** One thread in which everybody answers everybody. */
export const replyAll: readonly Line[] = [
  en("I can bring the folding tables, but somebody else has to carry them up."),
  en("Two tables are enough. Who has the key to the hall?"),
  en("Key is with me. Saturday nine sharp, please, the choir comes at noon."),
  en("Nine!? On a Saturday? All right. I bring cake."),
  en("Cake noted. We still need somebody for the sound."),
  en("I can do sound if someone lends me a cable, the long one."),
];

/** A stranger who asks for something in private. */
export const enquiry = en(
  "Hello, I write for the local history society. Your grandfather's notebook that you posted " +
    "about: would you talk to me about it for half an hour? No is a fine answer.",
);

/** Headlines of a bot that people follow. */
export const headlines: readonly Line[] = [
  en("Tide table for {place}: high water 06:12 and 18:40."),
  en("Tram line 4 diverted round {place} {when}."),
  en("Weather for {place}: dry until noon, wind from the west."),
];

/** Fills the slots of a line; `draw` picks from a list. */
export function spoken(line: Line, draw: (words: readonly string[]) => string): Line {
  const text = line.text.replace(/\{(\w+)\}/g, (slot, name: string) => draw(slots[name] ?? [slot]));
  return { ...line, text };
}
