import type { Translated } from "../../words.ts";

/** The budget in words, promise and reality, what a change would do. */
export const tuning: Translated<"tuning"> = {
  budget: "De los primeros contactos legítimos se puede retener como máximo 1 de cada {n, number}.",
  budgetHint:
    "Ese es el presupuesto de la configuración. Abajo se ve cuánto lo respeta el umbral en " +
    "vigor.",
  inForce: "En vigor",
  threshold: "Umbral de retención",
  decibans: "{n} decibanes",
  whose: {
    none: "según la configuración",
    "in force": "ajustado por {by}, {when}",
    "out of force": "según la configuración; lo que ajustó {by} ({when}) no está en vigor",
  },
  promised: "Prometido",
  promisedText:
    "como máximo 1 de cada {n, number} retenido, según {contacts, plural, one {# primer " +
    "contacto} other {# primeros contactos}} de correo deseado desde {since}; {ruled} de " +
    "ellos con decisión",
  promisedNothing: "nada: ningún primer contacto tiene aún catorce días",
  least: "No menos",
  leastText: "tantos no permiten prometer menos de 1 de cada {n, number}",
  seen: "Visto",
  seenText:
    "de {contacts, plural, one {# primer contacto} other {# primeros contactos}} de los " +
    "últimos 14 días, {held, plural, =0 {no se retuvo ninguno que se sepa deseado} one {se " +
    "retuvo # que se sabe deseado} other {se retuvieron # que se saben deseados}}",
  seenNothing: "no hubo primeros contactos en los últimos 14 días",
  proposed: "Propuesto",
  proposedNothing: "No se conoce nada mejor.",
  why: "Por qué",
  name: "Qué",
  now: "Ahora",
  next: "Después",
  promisedThen: "Podrá prometer como máximo 1 de cada {n, number} retenido.",
  promisedNoThen: "No podrá prometer nada.",
  whatIf: "Y si",
  whatIfHint: "Mire otro umbral y lo que habría hecho. Nada cambia hasta que lo aplique.",
  holdAt: "Umbral de retención en decibanes",
  holdAtHint: "De {low} a {high}: no más lejos de lo configurado.",
  days: "Probarlo con los últimos días",
  look: "Ver",
  back: "Volver a lo que dice el presupuesto",
  effect: "Qué habría hecho",
  effectText:
    "En {days, plural, one {el último día} other {los últimos # días}}, con {weighed, plural, " +
    "one {# contacto sopesado} other {# contactos sopesados}}:",
  effectNothing: "Nada habría sido distinto.",
  effectGroup: "{n} {after} en vez de {before}: {ham} se saben deseados; {spam}, spam.",
  outcomes: { passed: "dejado pasar", settled: "en espera", held: "retenido" },
  fates: {
    ended: "cerrada",
    "ruled spam": "declarado spam",
    "complained of": "con quejas",
    ham: "deseado",
    unknown: "no se sabe",
  },
  sender: "Remitente",
  score: "Puntuación",
  wouldBe: "Sería",
  insteadOf: "{after}, no {before}",
  since: "Desde entonces",
  more: "y {n} más",
  apply: "Aplicarlo",
  applyHint: "La pasarela lo aplica en uno o dos segundos. Se puede deshacer.",
  applied: "Está en vigor.",
  rollback: "Deshacer lo último aplicado",
  rolledBack: "Deshecho.",
  nothingToRollBack: "No queda nada aplicado.",
  moved: "Lo que se aplicaría no es lo que miró. Mírelo de nuevo.",
  off: "Ningún ajuste está en vigor mientras la configuración diga «tune: off».",
  history: "Qué se cambió",
  noHistory: "Aquí nunca se ajustó nada.",
  when: "Cuándo",
  who: "Por",
  did: "Hizo",
  because: "Porque",
  acts: { applied: "aplicó", "rolled back": "deshizo", alarm: "alarma: el correo ha cambiado" },
  pictures: "Si acierta",
};
