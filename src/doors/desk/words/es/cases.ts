// What the list of cases says.

import type { Translated } from "../../words.ts";

const deliveries = "{count, plural, one {# entrega} other {# entregas}}";

/** The list of cases, what may be done with several, notes and whose a case is. */
export const cases: Translated<"cases"> = {
  lead:
    "Lo que espera una decisión, lo más urgente primero: lo que menos tiempo puede pasar, " +
    "luego lo que más crece, luego lo más grande.",
  none: "No espera nada. Lo apartado aparece aquí; mientras tanto, la pasarela decide sola.",
  noneSuch: "Nada de lo que espera es como pidió.",
  found: "{count, plural, one {# caso} other {# casos}}",
  tabs: {
    all: "Todos",
    waves: "Oleadas",
    single: "Sueltos",
    mine: "Míos",
    nobody: "De nadie",
    appealed: "Apelados",
  },
  tabsLabel: "Qué casos",
  count: "{name} ({count})",
  text: "Texto",
  textHint: "en remitente, dominio, recibo o caso",
  host: "Servidor",
  symbol: "Señal",
  state: "Estado",
  anyState: "cualquiera",
  filter: "Filtrar",
  all: "Mostrar todo",
  states: { settling: "en espera", held: "retenido", releasing: "en camino" },

  tickAll: "Marcar todo",
  tickNone: "Desmarcar todo",
  tick: "Marcar {name}",
  ticked: "Con lo marcado:",
  refuse: "Rechazar",
  release: "Liberar",
  take: "Me ocupo de estos",
  leave: "Nadie se ocupa de estos",
  nothingTicked: "No se marcó nada.",
  tooMany: "Se pueden marcar {count} a la vez como máximo.",

  until: "Hasta",
  what: "Qué",
  why: "Por qué",
  whose: "De quién",
  passed: "pasado: a nadie se le notificó",
  open: "abierto",
  noneAhead: "sin plazo pendiente",
  wave:
    `${deliveries} de {domains, plural, one {# dominio} other {# dominios}}, a {people, ` +
    "plural, one {# persona} other {# personas}}",
  lately: "{count} en la última hora",
  notes: "{count, plural, one {# nota} other {# notas}}",
  isAppealed: "apelado",
  raised: "Apelado, lo más antiguo primero",
  rest: "Lo demás, lo más urgente primero",
  pending: "está por caer una decisión",
  ruledSpam: "ya declarado spam",
  ruledHam: "ya declarado no spam",
  yours: "suyo",
  further: "Siguientes",
  asOf: "Situación: {when}. Lo que llegue después se anuncia, no se intercala.",
  news: "{count, plural, one {# caso tiene} other {# casos tienen}} algo nuevo.",
  show: "Mostrar",

  keys: "Teclas",
  keysOff: "Desactivar teclas",
  keysOn: "Activar teclas",
  keyHelp: {
    move: "bajar y subir por la lista",
    tick: "marcar",
    open: "abrir",
    release: "liberar los marcados, o este",
    refuse: "rechazar los marcados, o este",
    take: "ocuparse de los marcados, o de este",
    help: "esta lista de teclas",
  },
  enter: "Intro",

  previewRefuse: "¿Rechazar estos?",
  previewRelease: "¿Liberar estos?",
  nothingMoves: "No espera nada que esto mueva.",
  halfAMinute: "Espera medio minuto, en el que se puede deshacer.",
  doRefuse: `Rechazar ${deliveries}`,
  doRelease: `Liberar ${deliveries}`,
  back: "Volver a la lista",

  together: "Notas",
  noNotes: "No hay nada anotado.",
  note: "Nota",
  noteHint: "Para el resto de la moderación; texto simple, {count} caracteres como máximo.",
  addNote: "Anotar",
  looksAfter: "{who} se ocupa.",
  nobody: "Nadie se ocupa.",
  takeIt: "Me ocupo yo",
  leaveIt: "Nadie se ocupa",
  notNoted: {
    "nothing is said": "Una nota necesita algunas palabras.",
    "too long": "Una nota tiene {count} caracteres como máximo.",
    "too many notes": "Ya hay tanto anotado ahí que nadie leería más.",
  },
};
