import type { Translated } from "../../words.ts";

/** One's own settings, and those of the house. */
export const settings: Translated<"settings"> = {
  tabs: {
    yours: "Ihre",
    notices: "Hinweise",
    sessions: "Angemeldet",
    access: "Wer Zutritt hat",
    house: "Dieses Haus",
  },
  saved: "Gespeichert.",
  save: "Speichern",
  language: "Sprache",
  asBrowser: "Wie der Browser",
  theme: "Aussehen",
  themes: {
    system: "Wie das Gerät",
    light: "Hell",
    dark: "Dunkel",
  },
  zone: "Zeitzone",
  zoneHint: "Laut Browser: {zone}.",
  mode: "Modus",
  modeHint: "{mode}, laut {whose}{when}.",
  configuration: "Konfiguration",
  modes: {
    watch: "watch: alles wird beurteilt, nichts aufgehalten",
    guard: "guard: nach den Urteilen wird gehandelt",
    off: "off: ein bloßer Proxy, nichts wird beurteilt",
  },
  asConfigured: "laut Konfiguration ({value})",
  contact: "Erstkontakte",
  contacts: {
    open: "open: wie sie beurteilt werden",
    wave: "wave: solange eine Kampagne erkannt ist, warten Fremde eine halbe Stunde und länger",
    consent: "consent: Fremde warten auf eine Entscheidung",
  },
  change: "Ändern",
  followsSoon: "Das Gate folgt in ein, zwei Sekunden.",
  noneOpen: "Sie dürfen dies sehen, nicht ändern.",
  recipients: "Personen, deren Post anders behandelt wird",
  noRecipients: "Alle Post wird gleich behandelt.",
  recipient: "Person",
  recipientHint: "Ein Akteur dieses Servers: seine URL oder sein Name.",
  treated: "Behandlung",
  recipientModes: {
    normal: "wie bei allen",
    off: "nicht beurteilt",
    consent: "Fremde warten auf eine Entscheidung",
  },
  since: "Seit",
  by: "Von",
  why: "Warum",
  whyHint: "Für alle, die es später lesen.",
  values: "Was konfiguriert ist",
  valuesHint:
    "Was von den Vorgaben abweicht. Geändert wird es in der Konfigurationsdatei, die dann neu " +
    "gelesen wird.",
  allDefault: "Alles ist wie ausgeliefert.",
  setting: "Einstellung",
  value: "Wert",
};
