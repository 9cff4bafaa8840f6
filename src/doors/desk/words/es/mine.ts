import type { Translated } from "../../words.ts";

/** What one of the home server's people sees of what was held for them. */
export const mine: Translated<"mine"> = {
  title: "Retenido para usted",
  lead:
    "Esto se le envió y está retenido porque parece spam. La moderación decide. Lo que nadie " +
    "decide se borra al cabo de un tiempo.",
  none: "No hay nada retenido para usted.",
  sender: "De",
  arrived: "Cuándo",
  look: "Ver",
  single: "Retenido: {activity}",
  from: "De {sender}, {when}.",
  unproven: "No se pudo probar que realmente venga de ahí.",
  wave: "Se parece a otros que llegaron a personas de aquí, de cuentas que parecen ir juntas.",
  care: "No haga lo que dice si no sabe de quién viene.",
  read: "Mostrar lo que dice",
  release: "Dejarlo pasar para mí",
  releaseDoes:
    "Le llega tal como se envió y no se puede deshacer. Su palabra vale para usted: nadie más " +
    "lo recibe, y la moderación ve que lo hizo.",
  shared:
    "También llegaría a otras personas de aquí, así que decide la moderación. Puede pedirle " +
    "que lo mire.",
  ask: "Pedir a la moderación",
  asked: "Se pidió a la moderación que lo mire.",
  released: "Está en camino.",
  asks: "Alguien de aquí, a quien iba dirigido, lo pide.",
};
