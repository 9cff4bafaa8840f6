import type { Translated } from "../../words.ts";

/** What is happening. */
export const now: Translated<"now"> = {
  news: "Qué hay de nuevo",
  reload: "Recargar",
  pause: "Pausar",
  goOn: "Continuar",
  live: "Se actualiza sola. La última vez a las {time}.",
  paused: "En pausa desde las {time}.",
  lost: "Se perdió la conexión; se está reintentando.",
  stopped: "Ya no se actualiza. Recargue la página.",
  ended: "Su sesión terminó. Recargue la página.",
  asOf: "Situación:",

  off: "Desactivado: no se juzga nada, todo el correo pasa.",
  watch: "Modo watch: no se detiene nada. Lo que aquí dice «se habría …» pasó de todos modos.",
  partly: "Modo guard para {share} de los dominios remitentes; de los demás no se detiene nada.",
  homeDown: "El servidor local no responde. Los remitentes reintentan, y nada nuevo espera aquí.",
  ledgerDown: "El almacén no responde. El correo pasa según la opción on_failure.",

  lastHour: "entregas en la última hora",
  keptBack: "apartadas en la última hora",
  wouldBack: "se habrían apartado en la última hora",
  waiting: "esperan y se juzgan de nuevo",
  heldNow: "retenidas hasta una decisión",
  wavesNow: "oleadas en curso",
  oldest: "la más antigua llegó {away}",
  nextDeadline: "la primera se cierra {away}",

  waves: "Oleadas en curso",
  noWaves: "No hay ninguna oleada en curso. Si empieza una, aparece aquí en segundos.",
  wave: "Oleada",
  began: "Empezó",
  contacts: "Contactos",
  from: "De",
  fromHosts:
    "{senders, plural, =0 {} one {# cuenta en } other {# cuentas en }}{hosts, plural, one {# " +
    "servidor} other {# servidores}}",
  aimedAt: "Dirigida a",
  people: "{count, plural, one {# persona} other {# personas}}",
  keptOf: "Apartado",
  wouldOf: "{count, number}, se habrían apartado",
  openCase: "Abrir el caso",

  traffic: "Tráfico",
  letIn: "Dejado pasar, cada diez segundos",
  back: "Apartado, cada diez segundos",
  wouldTitle: "Se habría apartado, cada diez segundos",
  day: "El último día, por horas",
  passed: "pasó sin leer",
  accept: "juzgado y dejado pasar",
  flag: "dejado pasar y señalado",
  settle: "espera, se juzga de nuevo",
  hold: "retenido",
  reject: "rechazado",
  kept: "apartado",
  watched: "se habría apartado",
  letInSummary:
    "En la última hora pasaron sin leer {passed, number}, se juzgaron y dejaron pasar " +
    "{accept, number}, se señalaron {flag, number}.",
  backSummary:
    "En la última hora se retuvieron {hold, number}, esperan o esperaron {settle, number}, se " +
    "rechazaron {reject, number}.",
  wouldSummary:
    "En la última hora se habrían retenido {hold, number}, habrían esperado {settle, number}, " +
    "se habrían rechazado {reject, number}.",
  daySummary: "En el último día, {all, number} entregas; {kept, number} de ellas apartadas.",
  dayWouldSummary:
    "En el último día, {all, number} entregas; {would, number} de ellas se habrían apartado.",
  countedSince: "Se cuenta desde que arrancó esta pasarela, {away}.",
  time: "Hora",

  spared: "Lo que el último día ahorró a la gente",
  sparedSum:
    "{notifications, plural, =0 {No se evitó ninguna notificación a nadie.} one {# " +
    "notificación no llegó a nadie.} other {# notificaciones no llegaron a nadie.}}",
  watchedSum:
    "{notifications, plural, =0 {No se habría evitado ninguna notificación a nadie.} one {# " +
    "notificación no habría llegado enseguida a nadie; llegó.} other {# notificaciones no " +
    "habrían llegado enseguida a nadie; llegaron.}}",
  because: "Lo que más pesó",
  notifications: "Notificaciones",
  otherReason: "otra cosa",
  reasons: {
    REFUSED: "Palabra de la administración sobre su remitente o servidor.",
    RULE: "Coincidió con una regla de la administración.",
    CASE_REFUSED: "Copias de una campaña que la moderación sigue rechazando.",
    HOST_NEGLECTED: "La mayoría de los desconocidos de su servidor se declararon spam aquí.",
    FIRST_CONTACT: "Los primeros contactos de desconocidos esperan una decisión.",
    WAVE_UNDER_WAY: "Los primeros contactos esperan más mientras hay una oleada.",
    CRITERIA: "Se cumplieron varios criterios.",
    CONSENT: "Su destinatario decide sobre los primeros contactos.",
    WAITS: "Esperó detrás de algo que se apartó.",
    OVER_QUOTA: "No había sitio para conservarlo.",
  },

  disturbed: "A quién molestó",
  delayed:
    "{count, plural, =0 {Nada de lo que esperó pasó tarde.} one {# entrega esperó y pasó, " +
    "tras {longest}.} other {# entregas esperaron y pasaron: la mitad en {median} como " +
    "máximo, la última tras {longest}.}}",
  released:
    "{count, plural, =0 {La moderación no liberó nada.} one {La moderación liberó #.} other " +
    "{La moderación liberó #.}}",
  unruled:
    "{count, plural, =0 {} one {Sobre # nadie ha decidido aún: no se sabe si es deseada.} " +
    "other {Sobre # nadie ha decidido aún: no se sabe si son deseadas.}}",
  wanted:
    "{count, plural, =0 {De nadie a quien se apartó correo se sabe que sea deseado.} one {De " +
    "# remitente a quien se apartó correo se sabe que es deseado:} other {De # remitentes a " +
    "quienes se apartó correo se sabe que son deseados:}}",
  wantedWatch:
    "{count, plural, =0 {De nadie a quien se habría apartado correo se sabe que sea deseado.} " +
    "one {De # remitente a quien se habría apartado correo se sabe que es deseado:} other {De " +
    "# remitentes a quienes se habría apartado correo se sabe que son deseados:}}",
  asFar:
    "Según muestran las decisiones y lo que hizo la gente de aquí. Quien era deseado sin que " +
    "se dijera no se cuenta.",

  health: "Salud",
  mode: "Modo",
  modeOf: "{mode}, desde {away}",
  home: "Servidor local",
  homeUnknown: "de tipo aún desconocido",
  answers: "responde",
  answersNot: "no responde",
  ledger: "Almacén",
  memory: "Memoria",
  disk: "Disco",
  diskFree: "lo conservado ocupa {used} de {most}; {free} libres",
  diskUsed: "lo conservado ocupa {used} de {most}",
  queue: "En camino",
  queueOf:
    "{count, plural, =0 {no se está entregando nada} one {se está entregando #} other {se " +
    "están entregando #}}",
  full:
    "{count, plural, =0 {} one {# dominio remitente o vista se quedó sin sitio} other {# " +
    "dominios remitentes o vistas se quedaron sin sitio}}",
  room: "Sitio",
  roomLeft: "suficiente para todos",
  troubles: "Problemas",
  noTroubles: "ninguno desde el arranque",
  troubleTimes: "{times, plural, one {una vez} other {# veces}}, la última {away}",
  unknown: "no se sabe",

  fresh: "Todavía no ha llegado nada",
  freshText:
    "Aquí verá el correo según llega, las oleadas mientras crecen y lo que no le costaron a " +
    "nadie. Antes, la pasarela debe estar delante de las bandejas de entrada de su servidor:",
  stepGate: "La pasarela funciona.",
  stepHome: "El servidor local detrás de ella responde.",
  stepMail:
    "Llegan entregas: su servidor web envía por la pasarela lo que va a las bandejas de " +
    "entrada.",
  stepDoctor: "«breakwater doctor» no encuentra nada mal.",
  stepGuard:
    "Tras unos días de observar, «breakwater week» dice qué se habría detenido; luego, " +
    "«breakwater mode guard».",
  done: "hecho",
  todo: "pendiente",

  newsWave:
    "Ha empezado una oleada: {count, plural, one {# contacto} other {# contactos}} hasta " +
    "ahora.",
  newsWaveOver: "Una oleada ha dejado de crecer.",
  newsHomeDown: "El servidor local no responde.",
  newsHomeUp: "El servidor local responde de nuevo.",
  newsLedgerDown: "El almacén no responde.",
  newsLedgerUp: "El almacén responde de nuevo.",
  newsMode: "El modo es ahora {mode}.",
  modes: { watch: "watch", guard: "guard", off: "off" },
};
