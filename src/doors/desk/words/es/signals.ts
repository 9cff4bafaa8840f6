import type { Translated } from "../../words.ts";

/** What speaks, with what weight, and how often it is right here. */
export const signals: Translated<"signals"> = {
  lead:
    "El peso de cada señal en decibanes (+10: spam diez veces más probable) y cuántas veces " +
    "acertó aquí: {judged, plural, one {# entrega juzgada} other {# entregas juzgadas}} en " +
    "los últimos {days} días; {spam} se sabe que son spam y {ham} que no.",
  symbol: "Señal",
  weight: "Peso",
  spoke: "Habló en",
  right: "Habló en spam",
  rightOf: "{share} del spam",
  wrong: "Habló en correo deseado",
  wrongOf: "{share} del correo deseado",
  interval: "95 de 100: de {low} a {high}",
  off: "desactivada",
  configured: "configurada; de fábrica: {shipped}",
  speaksFor: "habla a favor del remitente",
  unknownToo: "y en {n, plural, one {# que} other {# que}} nadie conoce",
  fitted: "95 de 100 ajustes están entre {low} y {high}, sobre {campaigns} campañas",
  byHand: "fijado a mano",
  summary: "Qué ve",
  misfires: "A quién perjudica",
  because: "Por qué pesa tanto",
  group: "Grupo",
  groupCap: "{group}, cuyas señales suman {max} decibanes como máximo",
  settings: "Sus opciones",
  noSettings: "No tiene.",
  last: "Dónde habló por última vez",
  never: "No ha hablado aquí en los últimos días.",
  inEnglish: "Las descripciones de las señales están en inglés.",
};
