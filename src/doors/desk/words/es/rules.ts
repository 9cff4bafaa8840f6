import type { Translated } from "../../words.ts";

/** An admin's own rules. */
export const rules: Translated<"rules"> = {
  kinds: {
    words: "Palabras",
    fuzzy: "Escritura parecida",
    expression: "Expresión (RE2)",
    link: "Enlace a un servidor",
    host: "Servidor del remitente",
    actor: "Remitente",
    name: "Nombre",
  },
  does: {
    flag: "señalarlo",
    settle: "dejarlo en espera",
    hold: "retenerlo",
    reject: "rechazarlo",
    allow: "dejarlo pasar",
  },
  reach: {
    first: "solo primeros contactos",
    unasked: "todo lo que nadie de aquí pidió",
    all: "todo, también lo que se pidió",
  },
  acts: {
    post: "publicaciones",
    boost: "impulsos",
    like: "favoritos y reacciones",
    follow: "seguimientos",
    profile: "perfiles",
    other: "cualquier otra cosa",
  },
  states: {
    shadow: "en la sombra",
    "in force": "en vigor",
    ended: "terminada",
  },
  fates: {
    ham: "Declarado no spam",
    passed: "Pasó, a nadie le molestó",
    kept: "Conservado, sin decidir",
    spam: "Declarado spam",
  },
  lead:
    "Lo que una oleada tiene en común, por escrito: la próxima copia se retiene. Una regla se " +
    "prueba primero con el correo conservado y anotado, y termina sola.",
  write: "Escribir una regla",
  propose: "Reglas a partir de un caso",
  none: "No hay reglas.",
  noneHint:
    "Una regla vale la pena si una oleada comparte una palabra, un enlace o una forma de " +
    "crear nombres.",
  showEnded: "También las terminadas",
  hideEnded: "Solo las vigentes",
  rule: "Regla",
  meets: "Con qué coincide",
  effect: "Qué se hace",
  state: "Estado",
  met: "Coincidencias",
  until: "Hasta",
  by: "Por",
  note: "Nota",
  forGood: "para siempre",
  metInShadow: "{count, plural, one {# en la sombra} other {# en la sombra}}",
  senders: "Remitentes que siempre pasan o se rechazan",
  sendersHint: "En la línea de comandos se crean con breakwater allow y breakwater refuse.",
  decisions: { allow: "dejar pasar", refuse: "rechazar" },
  newTitle: "Nueva regla",
  kind: "Qué mira",
  text: "Patrón",
  textHint:
    "Las palabras van enteras y seguidas, con cualquier disfraz; casino* es todo lo que " +
    "empiece así. En los nombres, * es cualquier cosa y # un número. Un dominio incluye todos " +
    "los servidores por debajo.",
  whose: "Correo de quién",
  whoseHint:
    "Los primeros contactos vienen de quienes aquí nunca se aceptó nada. Una palabra alcanza " +
    "también a inocentes: así se salva quien ya es conocido aquí.",
  which: "Solo en (sin marcar: en todo)",
  recipient: "Solo lo que llegue a esta persona de aquí (opcional)",
  days: "Días de validez",
  forever: "No termina sola",
  noteHint: "Para quienes lean la regla después.",
  itself: "En vigor por sí sola tras su día en la sombra, si no pasó nada con lo que coincidió",
  tryIt: "Probarla",
  tried: "A quién habría alcanzado",
  triedLead:
    "Probada con {texts, plural, one {# texto} other {# textos}} conservados o anotados aquí, " +
    "sin mirar quién conoce a quién: una regla sobre primeros contactos alcanza a esos como " +
    "mucho.",
  texts: "Textos",
  wanted:
    "De {of, plural, one {# texto} other {# textos}} de correo deseado coincidió con {part}: " +
    "de {low} a {high}.",
  noWanted: "No hay correo deseado con que probarla.",
  spam: "De {of} coincidencias ya conocidas, {part} son spam: de {low} a {high}.",
  certainty: "Con certeza del 95 %.",
  few:
    "Son menos de {min} textos de correo deseado, así que primero queda un día en la sombra: " +
    "se cuenta con qué coincide y no hace nada.",
  examples: "Algunos de ellos, primero el correo deseado",
  receipt: "Entrega",
  known: "Conocido como",
  sender: "Remitente",
  save: "Escribirla en la sombra",
  change: "Cambiarla",
  shadowNow: "Está en la sombra: se cuenta con qué coincide y no hace nada.",
  readyIn: "Se podrá poner en vigor {when}.",
  byItself: "Entonces entra en vigor sola, si no se deja pasar nada con lo que coincidió.",
  confirm: "Ponerla en vigor",
  code: "Las cuatro letras {code}, para decir que vio a quién alcanzó",
  end: "Terminarla",
  why: "Por qué (opcional)",
  again: "Probarla de nuevo",
  pattern: "Patrón",
  written: "Escrita",
  shadowMet:
    "En la sombra coincidió con {met, plural, one {# entrega} other {# entregas}}; de ellas " +
    "se dejaron pasar {letIn}.",
  forceMet: "En vigor coincidió con {met, plural, one {# entrega} other {# entregas}}.",
  lately: "Últimas coincidencias",
  history: "Qué se hizo con ella",
  trial: "Su ensayo",
  back: "Todas las reglas",
  proposeTitle: "Reglas a partir de un caso",
  proposeLead:
    "Lo que las publicaciones de un caso tienen en común y el correo deseado no. El caso debe " +
    "haberse rechazado entero.",
  caseId: "Caso",
  look: "Ver",
  nothing: "No tiene en común nada que una regla pueda decir y que el correo deseado no tenga.",
  inCase: "En el caso",
  inWanted: "En correo deseado",
  share: "Spam entre las coincidencias",
  takeOver: "Usar",
  of: "{part} de {of}",
  range: "de {low} a {high}",
};
