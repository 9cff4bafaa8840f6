import type { Translated } from "../../words.ts";

/** The way in. */
export const signIn: Translated<"signIn"> = {
  title: "Se connecter",
  intro: "Voici l’espace de modération de {home}.",
  token: "Jeton",
  tokenHint: "L’admin en crée un avec : breakwater desk token add NAME",
  submit: "Se connecter",
  wrongToken:
    "Ce jeton ne donne accès à personne : il est mal saisi, déjà utilisé, expiré ou supprimé.",
  yourServer: "votre serveur",
  linkText: "Le lien que vous avez suivi vous donne accès une fois, sur cet appareil.",
  withHome: "Se connecter avec votre compte sur {host}",
  orToken: "Ou avec un jeton :",
  refused: "Vous ne pouvez pas entrer ici",
  noRole:
    "{who} n’est ni modérateur ni admin sur {host}, et cet espace leur est réservé. Si vous " +
    "devriez l’être, demandez à un admin là-bas.",
  noActor: "{host} n’a pas dit qui est {who}. Réessayez, ou demandez à un admin.",
  unreachable: "{host} n’a pas répondu. Réessayez dans un instant, ou utilisez un jeton.",
  unsupported: "{host} ne connaît pas cette façon de se connecter. Utilisez un jeton.",
  declined: "{host} ne vous a pas donné accès : {because}.",
  foreign: "Cette réponse est inutilisable : {because}. Recommencez à partir d’ici.",
  odd: "{host} a donné une réponse qui n’a pas de sens. Utilisez un jeton, et prévenez un admin.",
  nothingBegun: "rien n’a été commencé dans ce navigateur, ou il y a trop longtemps",
  again: "Retour à la connexion",
  appeal: "Vous avez écrit à quelqu’un ici, et rien n’est arrivé ?",
  signedOut: "Vous êtes déconnecté.",
};
