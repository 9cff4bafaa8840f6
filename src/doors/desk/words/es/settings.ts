import type { Translated } from "../../words.ts";

/** One's own settings, and those of the house. */
export const settings: Translated<"settings"> = {
  tabs: {
    yours: "Suyas",
    notices: "Avisos",
    sessions: "Sesiones",
    access: "Quién puede entrar",
    house: "Esta casa",
  },
  saved: "Guardado.",
  save: "Guardar",
  language: "Idioma",
  asBrowser: "Como diga el navegador",
  theme: "Aspecto",
  themes: { system: "Como el dispositivo", light: "Claro", dark: "Oscuro" },
  zone: "Zona horaria",
  zoneHint: "Como dice el navegador: {zone}.",
  mode: "Modo",
  modeHint: "{mode}, según {whose}{when}.",
  configuration: "la configuración",
  modes: {
    watch: "watch: se juzga todo, no se detiene nada",
    guard: "guard: se actúa según los veredictos",
    off: "off: un simple proxy, no se juzga nada",
  },
  asConfigured: "como dice la configuración ({value})",
  contact: "Primeros contactos",
  contacts: {
    open: "open: según se juzguen",
    wave: "wave: mientras se reconoce una campaña, los desconocidos esperan media hora o más",
    consent: "consent: los desconocidos esperan una decisión",
  },
  change: "Cambiar",
  followsSoon: "La pasarela lo aplica en uno o dos segundos.",
  noneOpen: "Puede ver esto, no cambiarlo.",
  recipients: "Personas cuyo correo se trata de otro modo",
  noRecipients: "El correo de todos se trata igual.",
  recipient: "Persona",
  recipientHint: "Un actor de este servidor: su URL o su nombre.",
  treated: "Trato",
  recipientModes: {
    normal: "como el de todos",
    off: "no se juzga",
    consent: "los desconocidos esperan una decisión",
  },
  since: "Desde",
  by: "Por",
  why: "Por qué",
  whyHint: "Para quienes lo lean después.",
  values: "Qué está configurado",
  valuesHint:
    "Lo que difiere de los valores de fábrica. Se cambia en el archivo de configuración, que " +
    "luego se vuelve a leer.",
  allDefault: "Todo está como de fábrica.",
  setting: "Opción",
  value: "Valor",
};
