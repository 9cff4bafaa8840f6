import type { Translated } from "../../words.ts";

/** What a held sender reads and fills in, without an account. */
export const appeal: Translated<"appeal"> = {
  title: "Pedir a la moderación que lo mire",
  intro:
    "Si escribió a alguien de {home} y cree que no le llegó, pregunte aquí. Alguien de la " +
    "moderación mirará lo que indique. A nadie se le dice si hay algo apartado.",
  about: "Su usuario o la dirección de la publicación",
  aboutHint: "Por ejemplo @anna@harbor.example o https://harbor.example/@anna/1234",
  text: "¿Qué conviene saber? (opcional)",
  textHint: "Como máximo {most} caracteres. La moderación lo lee tal cual; no se publica.",
  send: "Pedir",
  working: "Su navegador hace un pequeño cálculo, para que las máquinas no pregunten en masa …",
  ready: "Listo para enviar.",
  failed:
    "Su navegador no pudo hacer el cálculo. Recargue la página o escriba a la administración.",
  withoutScript:
    "Este formulario necesita JavaScript, por un pequeño cálculo que impide que las máquinas " +
    "pregunten en masa. Sin él, escriba a quienes llevan {home}: su página «Acerca de» dice " +
    "cómo.",
  sent: "Gracias",
  sentText:
    "Queda anotado. Si hay algo que mirar, la moderación lo mirará; aquí no recibirá " +
    "respuesta.",
  noSubject:
    "Eso no es un usuario como @anna@harbor.example ni la dirección de una publicación o un " +
    "perfil.",
  unproven: "Falta el cálculo, ya se usó o es demasiado antiguo. Recargue la página.",
  list: "Apelaciones",
  lead:
    "Desconocidos que piden que se mire algo. Pedirlo no les cuesta nada, así que no dice " +
    "nada a su favor: mire el caso. Una decisión sobre él responde a todas.",
  none: "Nadie espera respuesta.",
  subject: "Sobre",
  asked: "Pedido",
  times: "{n, plural, one {una vez} other {# veces}}",
  says: "Un desconocido escribe:",
  saysNothing: "Sin palabras.",
  case: "Caso",
  accounts: "{n, plural, one {# cuenta} other {# cuentas}}",
  delivery: "Entrega",
  notFound:
    "{n, plural, one {# más trata} other {# más tratan}} de algo de lo que aquí no se " +
    "conserva nada.",
  close: "Nada que hacer",
  closeLabel: "Nada que hacer sobre {who}",
  closedHow: "nada que hacer",
  onThis: "Apelaciones sobre esto",
};
