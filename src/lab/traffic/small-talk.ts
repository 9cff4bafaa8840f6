// What ordinary people write, in nine languages: sentences with slots, one to three of them
// a post. Enough ways that two posts are seldom alike by chance. All of it is made up.

import type { Dice } from "../dice.ts";
import type { Line } from "../texts.ts";

interface Tongue {
  /** How often, of all the weights. */
  readonly weight: number;
  readonly sentences: readonly string[];
  readonly slots: Readonly<Record<string, readonly string[]>>;
  /** Between sentences. */
  readonly gap: string;
}

function tongue(
  weight: number,
  sentences: string,
  slots: Record<string, string>,
  gap = " ",
): Tongue {
  const lists = Object.entries(slots).map(([name, words]) => [name, words.split(/\s*\|/)] as const);
  const apart = sentences.split("\n").map((sentence) => sentence.trim());
  return { weight, gap, sentences: apart, slots: Object.fromEntries(lists) };
}

const tongues: Readonly<Record<string, Tongue>> = {
  en: tongue(
    52,
    `I finally {did} {a} {thing} and it {went}.
    Does anybody know whether {thing}s survive {weather}?
    My {kin} swears by {stuff} for this.
    {place} was {mood} this {hour}, we stayed until {end}.
    Today's lesson: never {verb} {a} {thing} without {stuff}.
    We found {a} {thing} behind the {spot} and nobody will say whose it is.
    The {animal} has opinions about my {thing}.
    Spent the {hour} trying to {verb} {stuff}; the {animal} was no help.
    If you are near {place}, try the {food}.
    I keep meaning to {verb} the {spot}, then it is {hour} again.
    Our {kin} turned up with {stuff} and {a} {thing}.
    Third {food} this week, I regret {nothing}.
    That reminds me of {place}, where the {spot} was always full of {stuff}.
    The library had one book on {craft} and it was {mood}.
    It took {count} tries, but the {thing} works.
    {craft} people: what do you do with leftover {stuff}?
    There is {a} {animal} in the {spot} and it will not leave.
    No, the other {thing}, the one from {place}.
    I was told {count} people came, for {craft} of all things.
    Heard {a} {animal} before I saw it, which is rare in {weather}.
    {count} pages in, and the {kin} has only just reached {place}.
    Rain on the {spot}, {food} in the oven, no plans.
    My {thing} makes a noise like {a} {animal} when it is {mood} out.
    You would need {stuff}, {count} clamps and a patient {kin}.`,
    {
      a: "a|another|my old|somebody's|an entire|the last|one more",
      did: "repaired|painted|sold|unpacked|finished|borrowed|tuned|washed|re-read|photographed",
      thing: `bicycle|accordion|kettle|loom|radio|map|lantern|clock|typewriter|kayak
        |jumper|camera|bench|harmonium|suitcase|greenhouse|window|skateboard|barometer
        |chair|zine|tent`,
      went: `held|fell apart|sang|leaked|passed for new|surprised everyone|smells of tar
        |is blue now`,
      weather: "frost|fog|a heatwave|sea air|hail|a north wind|this humidity|thaw",
      kin: `aunt|neighbour|grandfather|sister|flatmate|colleague|godson|choir leader
        |landlady|teacher`,
      stuff: `beeswax|vinegar|wool|rye flour|linseed oil|duct tape|chalk|copper wire
        |rhubarb|seaweed|cardboard|lavender|old maps|ribbon|mint`,
      place: `the harbour|Dunvale|the old mill|Marrow Street|the ferry|the moor|Ostrand
        |the allotments|the tram depot|Little Heath|the weir|Port Ansel|the night market
        |the observatory`,
      mood: `quiet|glorious|packed|foggy|unfinished|strange|warm|half empty
        |louder than usual|perfect`,
      hour: "morning|evening|afternoon|weekend|night|Sunday|lunch break",
      end: `the lamps came on|somebody sang|the last bus|the rain stopped
        |we ran out of tea|dusk`,
      verb: "varnish|move|mend|cook|sort|record|hang|translate|dry|explain|weigh|fold",
      spot: "shed|attic|boiler|hedge|bus shelter|pantry|organ|bathtub|porch|cellar|bakery",
      animal: "cat|heron|goose|beetle|dog|wren|hedgehog|moth|toad|magpie|goat",
      food: `dumplings|plum cake|soup|flatbread|pickles|custard tart|noodles|chestnuts
        |porridge`,
      nothing: "nothing|everything|only the washing up|very little",
      craft: `bookbinding|birdwatching|letterpress|pottery|beekeeping|Morse|carpentry
        |mushrooms|calligraphy|weaving`,
      count: "four|eleven|about twenty|seven|two hundred|thirty|six|nineteen",
    },
  ),
  de: tongue(
    14,
    `Endlich {ding} repariert, {folge}.
    Kann man {ding} bei {wetter} draußen lassen?
    {wer} behauptet, mit {stoff} geht das auch.
    Heute in {ort}: {lage}, und dann gab es {essen}.
    Wir haben {ding} hinter dem {platz} gefunden und keiner will es gewesen sein.
    Ich wollte nur kurz {ding} holen, jetzt ist es Abend.
    {wer} hat {essen} mitgebracht, damit ist der Tag gerettet.
    In {ort} war es {lage}, der {platz} war trotzdem zu.
    Hat noch wer {stoff} übrig, es fehlt nur ein Rest.`,
    {
      ding: `das Fahrrad|die Nähmaschine|den Wecker|das Klavier|die Lampe|den Zaun
        |das Zelt|die Orgel|den Bollerwagen`,
      folge: `es hält|leider jetzt schief|keiner hat es gemerkt|der Hund ist begeistert
        |klingt wie neu`,
      wetter: "Frost|Hagel|Hitze|Nebel|Ostwind|Tauwetter",
      wer: "Meine Tante|Der Nachbar|Die Chorleiterin|Mein Bruder|Die Kollegin|Unser Vermieter",
      stoff: "Essig|Bienenwachs|Wolle|Leinöl|Pappe|Draht|Hefe|Kreide",
      ort: "Altmühl|der Werkstatt|Niederau|der Bücherei|Hohenfeld|der Gärtnerei|Oststadt",
      lage: "ganz still|viel zu laut|neblig|erstaunlich voll|fast leer|wunderschön",
      platz: "Schuppen|Dachboden|Bahnhof|Kiosk|Keller|Brunnen|Hofladen",
      essen: "Pflaumenkuchen|Suppe|Knödel|Brot mit Schmalz|Streusel|Linsen",
    },
  ),
  fr: tongue(
    7,
    `J'ai enfin réparé {chose}, {suite}.
    Quelqu'un sait si {chose} supporte {temps} ?
    {qui} dit qu'avec {produit} ça marche aussi.
    Ce matin à {lieu} c'était {air}, on a mangé {plat}.
    On a retrouvé {chose} derrière {coin}, personne n'avoue.
    {qui} est passé avec {plat} et {produit}.
    Il reste {produit}, si ça intéresse quelqu'un de {lieu}.`,
    {
      chose: `le vélo|la radio|l'accordéon|la lampe|le banc|la pendule|la tente
        |le moulin à café`,
      suite: "ça tient|c'est de travers|le chat approuve|on dirait du neuf|mais ça grince",
      temps: "le gel|la grêle|la canicule|le brouillard|l'air marin",
      qui: "Ma tante|Le voisin|Ma sœur|Un collègue|La cheffe de chœur|Mon parrain",
      produit: "du vinaigre|de la cire|de la laine|du carton|de l'huile de lin|de la craie",
      lieu: "Valmont|la halle|Port-Blanc|la bibliothèque|Saint-Orens|la gare",
      air: "calme|plein de monde|brumeux|superbe|presque vide",
      plat: "de la soupe|une tarte aux prunes|des châtaignes|du pain|des crêpes",
      coin: "la haie|le grenier|l'abribus|la cave|le four",
    },
  ),
  es: tongue(
    7,
    `Por fin arreglé {cosa}, {final}.
    ¿Alguien sabe si {cosa} aguanta {tiempo}?
    {quien} dice que con {material} también sale.
    Hoy en {sitio} estaba {estado}, acabamos comiendo {comida}.
    Encontramos {cosa} detrás de {rincon} y nadie dice nada.
    {quien} vino con {comida} y {material}.
    Me sobra {material}, por si alguien de {sitio} quiere.`,
    {
      cosa: `la bici|la radio|el acordeón|la lámpara|el banco|la tienda|el reloj
        |la máquina de coser`,
      final: "y aguanta|quedó torcida|el gato aprueba|parece otra|pero chirría",
      tiempo: "la helada|el granizo|este calor|la niebla|el viento del norte",
      quien: "Mi tía|El vecino|Mi hermana|Una compañera|El del coro|Mi padrino",
      material: "vinagre|cera|lana|cartón|aceite de lino|tiza",
      sitio: "Valdeoro|el mercado|el puerto|la biblioteca|Montalba|la estación",
      estado: "tranquilo|lleno|precioso|casi vacío|raro",
      comida: "sopa|tarta de ciruela|castañas|pan|empanada",
      rincon: "la valla|el horno|la parada|el sótano|la caldera",
    },
  ),
  ja: tongue(
    9,
    `やっと{mono}を直しました。{kekka}。
    {basho}は{yousu}でした。
    {hito}が{tabemono}を持ってきてくれました。
    {mono}は{tenki}でも大丈夫でしょうか。
    {basho}の{tabemono}がとてもおいしかったです。
    {hito}によると、{mono}には酢がいいそうです。
    今日は{tenki}なので、{mono}を片付けました。`,
    {
      mono: "自転車|ラジオ|時計|傘|本棚|カメラ|机|古い地図|手袋",
      kekka: "まだ動きます|少し曲がりました|猫も満足そうです|新品みたいです|音がします",
      basho: "港|図書館|駅前|川沿い|市場|植物園|商店街",
      yousu: "静か|とてもにぎやか|霧でまっしろ|いつもより明るい感じ|がらがら",
      hito: "叔母|隣の人|妹|同僚|先生|大家さん",
      tabemono: "団子|栗ご飯|うどん|梅のケーキ|焼き芋|漬物",
      tenki: "雪|大雨|強い風|暑い日|霧",
    },
    "",
  ),
  nl: tongue(
    4,
    `Eindelijk {ding} gemaakt, {slot}.
    Kan {ding} tegen {weer}, weet iemand dat?
    {wie} zegt dat het met {spul} ook lukt.
    In {plek} was het {sfeer}, daarna {eten} gegeten.
    Ik heb nog {spul} over, voor wie in {plek} woont.`,
    {
      ding: "de fiets|de radio|het orgel|de lamp|de tent|de klok|het bankje",
      slot: "hij doet het|nu staat hij scheef|de kat keurt het goed|maar het piept",
      weer: "vorst|hagel|hitte|mist|zeelucht",
      wie: "Mijn tante|De buurman|Mijn zus|Een collega|De dirigent",
      spul: "azijn|bijenwas|wol|karton|lijnolie|krijt",
      plek: "de haven|Oosterwolde|de bieb|het station|de moestuin",
      sfeer: "stil|druk|mistig|prachtig|bijna leeg",
      eten: "soep|pruimentaart|brood|kastanjes",
    },
  ),
  pt: tongue(
    3,
    `Finalmente arranjei {coisa}, {fim}.
    Alguém sabe se {coisa} aguenta {tempo}?
    {quem} diz que com {produto} também dá.
    Hoje em {lugar} estava {ar}, depois houve {prato}.`,
    {
      coisa: "a bicicleta|o rádio|o acordeão|o candeeiro|a tenda|o relógio|o banco",
      fim: "e aguenta|ficou torta|o gato aprova|mas range",
      tempo: "a geada|o granizo|este calor|o nevoeiro|o vento",
      quem: "A minha tia|O vizinho|A minha irmã|Um colega",
      produto: "vinagre|cera|lã|cartão|giz",
      lugar: "Vila Clara|no mercado|no porto|na biblioteca",
      ar: "sossegado|cheio|lindo|quase vazio",
      prato: "sopa|bolo de ameixa|castanhas|pão",
    },
  ),
  it: tongue(
    2,
    `Finalmente ho riparato {cosa}, {fine}.
    Qualcuno sa se {cosa} regge {tempo}?
    {chi} dice che con {roba} viene lo stesso.
    Oggi {posto} era {aria}, poi abbiamo mangiato {piatto}.`,
    {
      cosa: "la bici|la radio|la fisarmonica|la lampada|la tenda|la panchina",
      fine: "e tiene|è storta|il gatto approva|ma cigola",
      tempo: "il gelo|la grandine|questo caldo|la nebbia",
      chi: "Mia zia|Il vicino|Mia sorella|Un collega",
      roba: "l'aceto|la cera|la lana|il cartone",
      posto: "Valfredda|il mercato|il porto|la biblioteca",
      aria: "tranquilla|piena|bellissima|quasi vuota",
      piatto: "la zuppa|una torta di prugne|le castagne|il pane",
    },
  ),
  pl: tongue(
    2,
    `Wreszcie {rzecz} działa, {koniec}.
    {kto} mówi, że {czym} też się da.
    W {gdzie} było dziś {jak}, potem {jadlo} u nas w domu.
    Czy {rzecz} przetrwa {pogoda}, ktoś próbował?`,
    {
      rzecz: "rower|radio|akordeon|lampa|namiot|zegar|maszyna do szycia",
      koniec: "choć skrzypi|kot zadowolony|jak nowe|tylko trochę krzywo",
      kto: "Ciotka|Sąsiad|Siostra|Kolega z chóru",
      czym: "octem|woskiem|wełną|kredą",
      gdzie: "porcie|bibliotece|Zalesiu|ogrodzie",
      jak: "cicho|tłoczno|mglisto|pięknie",
      jadlo: "zupa|placek ze śliwkami|kasztany|chleb",
      pogoda: "mróz|grad|upał|mgłę",
    },
  ),
};

const languages = Object.keys(tongues);

/** A language as often as it is heard. */
export function someLanguage(dice: Dice): string {
  const weighted = languages.flatMap((name) => Array(tongues[name]?.weight ?? 0).fill(name));
  return dice.pick(weighted as string[]);
}

/** One to three sentences; in a drawn language where none is named. */
export function smallTalk(dice: Dice, language = someLanguage(dice)): Line {
  const spoken = tongues[language] ?? tongues["en"];
  if (spoken === undefined) return { language, text: "" };
  const { sentences, slots, gap } = spoken;
  const text = dice
    .sample(sentences, dice.pick([1, 1, 2, 2, 2, 3]))
    .map((sentence) =>
      sentence.replace(/\{(\w+)\}/g, (slot, name: string) => dice.pick(slots[name] ?? [slot])),
    )
    .map((sentence) => sentence.charAt(0).toUpperCase() + sentence.slice(1))
    .join(gap);
  return { language, text };
}
