import type { Translated } from "../../words.ts";

/** The way in. */
export const signIn: Translated<"signIn"> = {
  title: "Entrar",
  intro: "Este es el panel de moderación de {home}.",
  token: "Token",
  tokenHint: "La administración crea uno con: breakwater desk token add NAME",
  submit: "Entrar",
  wrongToken: "Este token no sirve: está mal escrito, usado, caducado o anulado.",
  yourServer: "su servidor",
  linkText: "El enlace que siguió permite entrar una vez, en este dispositivo.",
  withHome: "Entrar con su cuenta de {host}",
  orToken: "O con un token:",
  refused: "No puede entrar aquí",
  noRole:
    "{who} no modera ni administra {host}, y este panel es para quienes lo hacen. Si debería " +
    "hacerlo, pregunte allí a la administración.",
  noActor: "{host} no dijo quién es {who}. Vuelva a intentarlo o pregunte a la administración.",
  unreachable: "{host} no respondió. Vuelva a intentarlo en un momento o use un token.",
  unsupported: "{host} no conoce esta forma de entrar. Use un token.",
  declined: "{host} no le dejó entrar aquí: {because}.",
  foreign: "Esta respuesta no se puede usar: {because}. Empiece de nuevo desde aquí.",
  odd: "{host} respondió algo sin sentido. Use un token y avise a la administración.",
  nothingBegun: "no se empezó nada en este navegador, o hace demasiado tiempo",
  again: "Volver a la entrada",
  appeal: "¿Escribió a alguien de aquí y no llegó?",
  signedOut: "Ha salido.",
};
