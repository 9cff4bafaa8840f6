// What an attacker says to look like anybody: not what the lab's ordinary people say, so
// that nobody is suspected for having talked like it.

import type { Dice } from "../dice.ts";
import { spun } from "./spun.ts";

const en: readonly string[] = [
  "{Funny|Odd|Nice} that you {mention|bring up|post about} {it|this} {today|now}, {I " +
    "was|we were|my team was} {just|only} {talking|arguing|thinking} about {the " +
    "same|that|this very} {topic|question|thing}.",
  "{Agreed|True|Right}, {though|but|only} {the second|one|that last} " +
    "{point|part|remark} {needs|deserves|could use} {more|some|a little} " +
    "{context|detail|room}.",
  "{How long|How many weeks|What} did {it|that|the whole thing} {take|cost} {you|in " +
    "the end|all told}?",
  "{Saved|Bookmarked|Noted} for {later|the weekend|my brother}, {thank you|cheers|much " +
    "obliged}.",
  "{Where I live|In our town|Back home} {people|folks|they} {do|see|handle} {it|this} " +
    "{differently|the other way|with more fuss}.",
  "{Great|Lovely|Solid} {thread|post|write-up}, {learned|picked up|took away} " +
    "{something|a trick|two things}.",
  "{Not sure|I doubt|Hard to say} {it|that|this} {works|holds|helps} {in winter|for " +
    "beginners|everywhere}.",
  "{You always|Every time you|Your posts} {find|share|dig up} {the best|such " +
    "good|unusual} {links|stories|pictures}.",
  "{Reminds me of|Sounds like|Same as} {a film|that book|an episode} {I saw|from years " +
    "ago|everyone forgot}.",
  "{Would love|Happy|Curious} to {hear|read|see} {the rest|part two|what came of it}.",
  "{My feed|This place|The timeline} {needed|was missing|deserves} {exactly this|more " +
    "of it|a bit of sense}.",
  "{Quick|Small|Honest} question: {did|do|would} you {try|keep|recommend} {the " +
    "cheaper|the newer|any other} one?",
  "{Sorry|Apologies}, {late|new|slow} {here|to this}, {but|and} {what|which|who} " +
    "{was|is} {meant|the first one|the author}?",
  "{Exactly|Precisely|So much this}, {I have|I've been|we keep} {said|saying|telling} " +
    "{so|it|them} {for years|since spring|at work}.",
];

const abroad: Readonly<Record<string, readonly string[]>> = {
  de: [
    "{Witzig|Schön|Seltsam}, {gerade|eben|vorhin} {habe ich|haben wir} {darüber|davon} " +
      "{geredet|gelesen|gehört}.",
    "{Stimmt|Genau|Richtig}, {nur|aber} der {zweite|letzte|kleine} Punkt {fehlt " +
      "mir|braucht mehr Platz|ist heikel}.",
    "{Wie lange|Wie oft|Womit} {hast du|habt ihr} {das|so etwas} {gemacht|versucht|geplant}?",
    "{Gemerkt|Gespeichert|Notiert}, {danke|vielen Dank} {dafür|fürs Teilen}.",
    "{Bei uns|Hier oben|Im Büro} {läuft|geht|sieht man} das {anders|gemütlicher|genauso}.",
  ],
  fr: [
    "{Drôle|Amusant|Curieux}, {on en|nous en} {parlait|discutait} {hier|ce matin|au bureau}.",
    "{D'accord|Exact|Oui}, {mais|sauf que} {le second|le dernier} point {mérite|demande} " +
      "{plus|du détail}.",
    "{Combien de temps|Combien d'essais} {ça|cela} {a pris|vous a coûté} ?",
    "{Gardé|Noté} pour {plus tard|ce week-end|mon frère}, merci {beaucoup|bien}.",
    "{Chez nous|Par ici} on {fait|voit} {ça|les choses} {autrement|pareil}.",
  ],
  es: [
    "{Qué gracia|Qué raro|Mira}, {justo|hoy mismo} {hablábamos|discutíamos} de {eso|lo mismo}.",
    "{Cierto|De acuerdo|Sí}, {pero|aunque} {el segundo|el último} punto {pide|necesita} " +
      "{más|detalle}.",
    "¿{Cuánto|Cuántos intentos} {te|os} {llevó|costó} {todo|al final}?",
    "{Guardado|Apuntado} para {luego|el sábado|mi hermano}, gracias.",
    "{Aquí|En mi pueblo} lo {hacemos|vemos} {distinto|igual}.",
  ],
  pt: [
    "{Engraçado|Curioso}, {ainda ontem|hoje mesmo} {falávamos|líamos} {disso|sobre isso}.",
    "{Certo|Concordo}, {mas|embora} o {segundo|último} ponto {peça|mereça} {mais|cuidado}.",
    "{Guardei|Anotei} para {depois|sábado|o meu irmão}, obrigado.",
    "{Quanto|Quantas vezes} {demorou|tentaste} {afinal|ao todo}?",
  ],
  ja: [
    "{ちょうど|たまたま|昨日も}{同じ話|その話題|それ}を{していました|読みました|聞きました}。",
    "{確かに|なるほど|同感です}、{ただ|でも}{後半|二つ目}は{少し|もう少し}{気になります|説明がほしいです}。",
    "{どのくらい|何回くらい}{かかりましたか|試しましたか}。",
    "{あとで|週末に|弟と}{読みます|見ます}、{ありがとうございます|助かります}。",
  ],
  ru: [
    "{Забавно|Надо же}, {вчера|сегодня|как раз} {говорили|читали|спорили} {об этом|о том же}.",
    "{Верно|Согласен}, {но|хотя} {второй|последний} пункт {спорный|требует пояснений}.",
    "{Сохранил|Записал} {на потом|для брата}, спасибо.",
    "{Сколько|Как долго} это {заняло|стоило} {в итоге|всего}?",
  ],
};

/** One or two sentences that commit to nothing. */
export function coverTalk(dice: Dice, language: string): string {
  const sentences = abroad[language] ?? en;
  const gap = language === "ja" ? "" : " ";
  return dice
    .sample(sentences, dice.int(1, 2))
    .map((sentence) => spun(sentence, dice))
    .join(gap);
}
