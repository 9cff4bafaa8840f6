import type { Translated } from "../../words.ts";

/** Around and in plots. */
export const plot: Translated<"plot"> = {
  plot: "gráfico",
  keys: "Con las flechas se pasa de un valor a otro.",
  asTable: "Como tabla",
  time: "Hora",
  deliveries: "entregas",
  growth: "Cómo creció",
  growthSummary:
    "{count, plural, one {# entrega} other {# entregas}}; la primera, {first}; la última, " +
    "{last}.",
  scores: "Puntuaciones de primeros contactos",
  scoresSummary:
    "De {ham, number} que resultaron no ser spam, {over, plural, =0 {ninguno tiene} one {# " +
    "tiene} other {# tienen}} {holdAt} o más, donde se retendría. Spam: {spam, number}; aún " +
    "no se sabe: {unknown, number}.",
  score: "puntuación en decibanes",
  around: "de {from} a {to}",
  ham: "no spam",
  spam: "spam",
  unknown: "aún no se sabe",
  settles: "en espera",
  holds: "retenido",
  noScores: "Todavía no se ha juzgado nada. Las puntuaciones aparecen con los primeros contactos.",
  reliability: "Lo que se dijo y lo que resultó",
  reliabilitySummary:
    "{contacts, plural, one {# primer contacto} other {# primeros contactos}}. {off, plural, " +
    "=0 {Resultaron ser spam tantos como se dijo, hasta donde tan pocos permiten saberlo} " +
    "other {En # de {of} grupos resultó ser spam otra proporción que la dicha}}. Lo que pasó " +
    "y no molestó a nadie cuenta como no spam.",
  said: "dicho spam",
  found: "era spam",
  interval: "entre, con 95 %",
  contacts: "contactos",
  noReliability: "De nadie se sabe todavía qué resultó ser.",
};
