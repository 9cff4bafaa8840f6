import type { Translated } from "../../words.ts";

/** What stands on every page. */
export const shell: Translated<"shell"> = {
  now: "Ahora",
  cases: "Casos",
  senders: "Remitentes",
  hosts: "Servidores",
  signals: "Señales",
  tuning: "Ajuste",
  rules: "Reglas",
  audit: "Registro",
  settings: "Preferencias",
  signOut: "Salir",
};
