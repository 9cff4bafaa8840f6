import type { Translated } from "../../words.ts";

/** Where somebody is signed in. */
export const sessions: Translated<"sessions"> = {
  title: "Dónde tiene sesión abierta",
  intro: "Una sesión termina tras 12 horas sin uso, y a la semana; al día, si entró con su cuenta.",
  device: "Navegador",
  since: "Desde",
  seen: "Último uso",
  way: "Acción",
  here: "Esta",
  unknown: "Desconocido",
  end: "Cerrarla",
  endAll: "Salir en todas partes",
};
