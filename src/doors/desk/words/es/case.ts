// What the page of a case says, and the half minute in which a ruling can be undone.

import type { Translated } from "../../words.ts";

const people = "{people, plural, one {una persona} other {# personas}}";
const deliveries = "{deliveries, plural, one {una entrega} other {# entregas}}";
const senders = "{senders, plural, one {un remitente} other {# remitentes}}";
const domains = "{domains, plural, one {un dominio} other {# dominios}}";

/** One case: what it is, and what may be done about it. */
export const caseWords: Translated<"caseWords"> = {
  title: "Caso {id}",
  lead:
    `{contacts, plural, one {Un contacto} other {# contactos}} de ${senders} en ${domains}, a ` +
    `${people} de aquí. El primero llegó {first}; el último, {last}.`,
  silent: "Ahora mismo no se puede saber a quiénes de ellos conoce la gente de aquí.",
  kept: "Conservado",
  reached: "Llegó a personas",
  scores: "Puntuación",
  scoresHint: "de {least} a {most} decibanes, {middle} en el medio",
  recallHint: "{listed} por retirar en el servidor local; {withdrawn} retirados",
  until: "Puede pasar hasta",
  untilHint: "después, el servidor local ya no acepta el primero de ellos",
  beyond:
    "Para {count} es demasiado tarde: el servidor local ya no los acepta, y a nadie se le " +
    "notificó.",
  noneWaits: "Nada de esto espera.",
  more: "Es más grande de lo que se lee de una vez: lo que sigue trata de los 20 000 más antiguos.",

  waitsRelease: `Dejar pasar ${deliveries} surte efecto en {seconds} s.`,
  waitsRefuse: `Rechazar ${deliveries} surte efecto en {seconds} s.`,
  givenBy: "Por {by}.",
  undo: "Deshacer",
  undone: "Retirada, como si no se hubiera dado.",
  tooLate: "Ya había surtido efecto.",
  unknown: "Esa decisión ya no espera.",
  tookEffect: "Ha surtido efecto. Recargue la página.",
  ruledSpam: "Declarado spam por {by}, {when}.",
  ruledHam: "Declarado no spam por {by}, {when}.",
  wayBack:
    "Un rechazo se puede retirar: {count, plural, one {una entrega sigue aquí y aún se puede} " +
    "other {# entregas siguen aquí y aún se pueden}} dejar pasar, más abajo.",
  noWayBack: "Lo que se dejó pasar no se puede recuperar.",
  notGiven: {
    "nothing is meant": "No se decidió nada: nada de esto espera, o está por caer otra decisión.",
    "too many at once": "No se decidió nada: demasiadas decisiones esperan su medio minuto.",
    "too many names": "No se decidió nada: se nombraron demasiados a la vez.",
    "nobody tells":
      "No se decidió nada: ahora no se puede saber a quiénes de ellos conoce la gente de aquí.",
  },

  order: {
    refuse:
      "Sus copias se rechazan al momento, por orden de {by}: {taken} hasta ahora. La orden " +
      "termina {when} si no llegan más.",
    allow:
      "Sus copias pasan, por orden de {by}: {taken} hasta ahora. La orden termina {when} si " +
      "no llegan más.",
    end: "Terminar la orden",
  },

  actions: "Qué hacer",
  actionsHint: "Cada acción espera medio minuto, en el que se puede deshacer.",
  refuse: "Rechazar todo",
  keepRefusing: "Rechazar y seguir rechazando",
  release: "Liberar todo",
  releaseAfterAll: "Dejar pasar a pesar de todo",
  neverAgain: "No es spam, ni lo será",
  late: "También lo que el servidor local quizá ya no acepte: puede rechazarlo",
  refuseTicked: "Rechazar lo marcado",
  releaseTicked: "Liberar lo marcado",
  tickedHint: "Solo lo marcado en esta lista; sin lección sobre el resto.",
  split: "Hacer de lo marcado un caso aparte",
  splitHint: "Deja este caso para siempre, y con ello no se decide nada.",
  notSplit: {
    "none of it": "Nada de lo marcado está retenido en este caso: marque algo de la lista.",
    "all of it": "Eso es todo el caso: no hay nada que dividir.",
    forgotten: "Ya no se recuerda nada de esto: decida uno por uno.",
  },
  does: {
    refuse: `Termina ${deliveries} de ${senders} en ${domains}; ${people} no las recibirán.`,
    release: `Deja pasar ${deliveries} de ${senders} en ${domains}, a ${people}.`,
    nothing: "No espera nada que esto mueva; es una lección sobre lo que venga.",
    told: "Los remitentes oyeron que se aceptó y no oirán nada más.",
    replay: "{count} tal como se enviaron: se notifica a las personas.",
    ownProof:
      "{count} con firma de su autor, entregados por la pasarela: se notifica a las personas.",
    none: "{count} aunque el servidor local puede rechazarlos.",
    takenBack: "{count} de ellos se habían rechazado.",
    laterSpam: "Lo que venga después se conoce como spam durante treinta días y se retiene.",
    laterHam: "Lo que venga después cuenta como no spam durante treinta días.",
    keep:
      "Como «Rechazar todo», y lo que después sea copia se rechaza al momento, salvo que la " +
      "gente de aquí conozca a quien lo envió. Termina treinta días después de la última.",
    never:
      "Como «Liberar todo», y lo que después sea copia pasa. Termina treinta días después de " +
      "la última.",
    unsent: "Lo que se deja pasar no se puede recuperar.",
  },
  left: {
    "known here":
      "Fuera: {count, plural, one {uno a cuyo remitente} other {# a cuyos remitentes}} conoce " +
      "la gente de aquí.",
    "spoken for": "Fuera: {count} cuyo remitente tiene a favor algo que pocos otros tienen.",
    milder: "Fuera: {count} que por sí mismos son mucho más leves que el resto.",
    "too late": "Fuera: {count} que el servidor local ya no acepta.",
    ended: "Fuera: {count} que ya no esperan.",
    pending: "Fuera: {count} sobre los que está por caer otra decisión.",
  },
  leftHint: "Márquelos en la lista para incluirlos.",

  common: "Qué dice",
  commonHint: "La más reciente de {read} publicaciones comparadas.",
  same: "lo que tiene la mayoría",
  varies: "lo propio de cada una",
  moreSamples: "Más de ellas",
  tooFew: "Se pueden leer menos de dos de sus publicaciones: nada que comparar.",
  hidden:
    "{count, plural, one {Una publicación no es para todo el mundo y quedó} other {# " +
    "publicaciones no son para todo el mundo y quedaron}} sin leer.",
  readHidden: "Leerlas también",
  readHiddenHint: "Esto queda anotado.",
  links: "Enlaces a",
  pictures: "Imágenes",
  handles: "Nombres",
  profile: "Perfiles",
  ofRead: "{count} de {read}",
  growth: "Cómo creció",
  who: "Quién y a quién",
  senders: "Remitentes",
  domains: "Dominios de los servidores",
  recipients: "Destinatarios",
  andMore: "y {count} más",

  why: "Por qué se conserva",
  whyHint:
    "Lo que dicen las señales de sus miembros, sumado y dividido entre su número. Diez " +
    "decibanes hacen el spam diez veces más probable.",
  symbol: "Señal",
  because: "Porque",
  members: "Miembros",
  decibans: "Decibanes",
  prior: "Lo que se piensa de cualquier contacto de antemano",
  total: "En conjunto: su puntuación media",

  alike: "Ya decididos y parecidos",
  alikeLine: "declarado {ruling} por {by}, {when}; comparte {what}",
  shares: { text: "texto", link: "enlaces", media: "imágenes", other: "otras cosas" },
  ruling: { spam: "spam", ham: "no spam" },

  list: "Miembros",
  listHint: "Primero, aquellos que conviene mirar antes de decidir.",
  tick: "Incluir a {sender}",
  sender: "Remitente",
  arrived: "Llegó",
  state: "Ahora",
  score: "Puntuación",
  note: "Nota",
  notes: {
    "known here": "la gente de aquí lo conoce",
    "spoken for": "algo habla a su favor",
    milder: "mucho más leve que el resto",
    "ruled ham by itself": "declarado no spam por separado",
    "ruled spam by itself": "declarado spam por separado",
    pending: "una decisión está por surtir efecto",
  },
  states: {
    settling: "en espera",
    held: "retenido",
    releasing: "en camino",
    delivered: "dejado pasar",
    refused: "rechazado por el servidor local",
    rejected: "rechazado",
    withdrawn: "retirado por su autor",
    expired: "nunca decidido",
    passed: "pasó",
  },
  page: "Página {page} de {pages}",
  before: "Anterior",
  after: "Siguiente",
  proposesRules: "Reglas que propone este caso",
  acts: "Qué se hizo",
};
