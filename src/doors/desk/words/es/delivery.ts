// What the page of one kept delivery says.

import type { Translated } from "../../words.ts";

/** One delivery: why it is kept, and what may be done about it. */
export const delivery: Translated<"delivery"> = {
  title: "Entrega",
  lead: "{activity} de {sender}, {when}.",
  notKept: "No se conserva nada: se pasó al servidor local. Lo que se anotó está abajo.",
  receipt: "Recibo",
  case: "Caso",
  sender: "Remitente",
  author: "Dice ser de",
  activityId: "Actividad",
  objectId: "Objeto",
  inbox: "Bandeja de entrada",
  recipients: "Destinatarios",
  none: "no se nombra a nadie",
  visibility: "Para",
  visibilities: {
    public: "todo el mundo",
    unlisted: "todo el mundo, sin listar",
    followers: "seguidores",
    direct: "solo a quien nombra",
    none: "nadie en particular",
  },
  arrived: "Llegó",
  state: "Ahora",
  since: "desde {when}",
  ruledBy: "Decidido por",
  waysIn: "Formas de pasar",
  ways: {
    replay: "tal como se envió",
    "own-proof": "con firma de su autor, entregada por la pasarela",
    resolve: "traída por el servidor local, a mano",
  },
  until: "hasta {when}",
  closed: "cerrada {when}",
  open: "mientras se conserve",
  answer: "Servidor local",
  unreachable: "no se pudo contactar: {because}",
  proof: "Firma",
  proofs: {
    proven: "probada",
    unknown: "no se pudo obtener su clave: pudo enviarlo cualquiera",
    refuted: "refutada: lo envió otra persona",
    none: "ninguna",
  },

  release: "Liberar",
  releaseAfterAll: "Dejar pasar a pesar de todo",
  refuse: "Rechazar",
  releaseDoes: {
    replay: "Entra tal como se envió; se notifica a quien va dirigida.",
    "own-proof":
      "Entra con firma de su autor, entregada por la pasarela; se notifica a quien va " +
      "dirigida.",
    none:
      "El servidor local la aceptaba hasta {when} y ahora puede rechazarla; la pasarela lo " +
      "intenta.",
  },
  releaseUnsent:
    "Lo que se deja pasar no se puede recuperar. Cuenta como no spam, también para su " +
    "remitente.",
  refuseDoes:
    "No entra. El remitente oyó que se aceptó y no oirá nada más. Cuenta como spam, también " +
    "para su remitente y su caso. Aún se puede dejar pasar mientras sus bytes estén aquí.",
  copies: "La misma publicación en otras bandejas comparte su suerte.",

  says: "Qué dice",
  private:
    "No es para todo el mundo. Leer sus palabras es un paso que queda anotado; a quién " +
    "concierne está abajo.",
  read: "Leerla",
  nothing: "No lleva palabras.",
  gone: "Sus bytes ya no están.",
  links: "Enlaces, no para seguirlos desde aquí",
  media: "Multimedia, sin cargar",
  kinds: {
    image: "imagen",
    video: "vídeo",
    audio: "sonido",
    link: "enlace",
    other: "otra cosa",
  },
  size: "{width} × {height}",
  alt: "descrito como «{alt}»",
  noAlt: "sin descripción",

  why: "Por qué",
  likely: "spam con probabilidad {percent}",
  prior: "antes de saber nada",
  score: "Puntuación",
  sumHint: "Desde {settle} queda en espera; desde {hold}, retenida.",
  fast: "Se decidió sin sopesar nada.",
  group: "Grupo",
  strength: "Fuerza",
  change: "Qué lo cambiaría",
  without: "Sin {symbol} tendría {score} decibanes y {band}.",
  bands: { accept: "pasaría al momento", settle: "quedaría en espera", hold: "quedaría retenida" },
  noneAlone: "Ningún indicio lo decide por sí solo.",
  together: "Sin {symbols} juntos pasaría al momento.",
  toSettle: "Con {decibans} decibanes más quedaría en espera.",
  toHold: "Con {decibans} decibanes más quedaría retenida.",
  changed: "Los umbrales son los de ahora; pudieron ser otros cuando se juzgó.",
};
