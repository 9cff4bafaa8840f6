import type { Translated } from "../../words.ts";

/** The way in. */
export const signIn: Translated<"signIn"> = {
  title: "Anmelden",
  intro: "Dies ist der Moderationsbereich von {home}.",
  token: "Token",
  tokenHint: "Die Administration erstellt eines mit: breakwater desk token add NAME",
  submit: "Anmelden",
  wrongToken:
    "Mit diesem Token gibt es keinen Zutritt: Es ist vertippt, verbraucht, abgelaufen oder " +
    "gelöscht.",
  yourServer: "Ihrem Server",
  linkText: "Der Link, dem Sie gefolgt sind, gibt einmal Zutritt, auf diesem Gerät.",
  withHome: "Mit Ihrem Konto auf {host} anmelden",
  orToken: "Oder mit einem Token:",
  refused: "Kein Zutritt",
  noRole:
    "{who} hat auf {host} weder eine Moderations- noch eine Adminrolle, und nur dafür ist " +
    "dieser Bereich. Falls Sie eine haben sollten, fragen Sie die Admins dort.",
  noActor:
    "{host} hat nicht gesagt, wer {who} ist. Versuchen Sie es noch einmal oder fragen Sie die " +
    "Admins.",
  unreachable:
    "{host} hat nicht geantwortet. Versuchen Sie es gleich noch einmal oder nehmen Sie ein Token.",
  unsupported: "{host} kennt keine solche Anmeldung. Nehmen Sie ein Token.",
  declined: "{host} hat Ihnen hier keinen Zutritt gegeben: {because}.",
  foreign: "Diese Antwort ist nicht verwendbar: {because}. Beginnen Sie hier von vorn.",
  odd:
    "{host} hat etwas Unverständliches geantwortet. Nehmen Sie ein Token und sagen Sie es den " +
    "Admins.",
  nothingBegun: "in diesem Browser wurde nichts begonnen, oder vor zu langer Zeit",
  again: "Zurück zur Anmeldung",
  appeal: "Sie haben jemandem hier geschrieben, und es kam nicht an?",
  signedOut: "Sie haben sich abgemeldet.",
};
