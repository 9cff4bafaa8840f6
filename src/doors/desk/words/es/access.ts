import type { Translated } from "../../words.ts";

/** Who may enter. */
export const access: Translated<"access"> = {
  title: "Quién puede entrar",
  withHome:
    "Quienes moderan o administran {host} entran con su cuenta de allí. Su papel se consulta " +
    "cada vez y vale un día.",
  onlyTokens:
    "Aquí solo se entra con tokens y enlaces. Con desk.url y home.origin configurados, se " +
    "entra con la cuenta del servidor local.",
  tokens: "Tokens",
  none: "No hay tokens.",
  newToken: "Nuevo token",
  name: "Nombre",
  nameHint: "Lo que haga esta persona se anota con este nombre.",
  role: "Papel",
  days: "Días de validez",
  daysHint: "Vacío: vale hasta que se anule.",
  make: "Crear un token",
  made: "El token de {who}:",
  once: "Solo se muestra esta vez. No se lo dé a nadie más, ni lo envíe en una publicación.",
  madeAt: "Creado",
  until: "Hasta",
  dropped: "anulado",
  oneTime: "para entrar una vez",
  drop: "Anular",
  inside: "Con sesión abierta",
  putOut: "Cerrar todas las sesiones",
  labelled: "{label}: {who}",
  way: "Acción",
  noName:
    "Un nombre tiene hasta 60 letras, cifras, espacios y . _ @ -, y empieza por letra o cifra.",
};
