import type { Translated } from "../../words.ts";

/** Where somebody is signed in. */
export const sessions: Translated<"sessions"> = {
  title: "Wo Sie angemeldet sind",
  intro:
    "Eine Sitzung endet nach 12 Stunden ohne Nutzung und nach einer Woche; nach einem Tag dort, " +
    "wo Sie sich mit Ihrem Konto angemeldet haben.",
  device: "Browser",
  since: "Seit",
  seen: "Zuletzt genutzt",
  way: "Aktion",
  here: "Diese hier",
  unknown: "Unbekannt",
  end: "Beenden",
  endAll: "Überall abmelden",
};
