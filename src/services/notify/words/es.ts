// What moderators are told, in Spanish.

import type { NotifyWords, Shown } from "./words.ts";

const some = (count: number, one: string, many: string, { number }: Shown): string =>
  `${number(count)} ${count === 1 ? one : many}`;

const posts = (count: number, shown: Shown) => some(count, "envío", "envíos", shown);

export const es: NotifyWords = {
  occasions: {
    wave: ({ campaign, held, domains, recipients, until }, shown) => ({
      title: `Oleada ${campaign}: ${some(held, "retenido", "retenidos", shown)}`,
      line:
        `${campaign} es una oleada: ${posts(held, shown)} en espera, de ` +
        `${some(domains, "dominio", "dominios", shown)}, para ` +
        `${some(recipients, "persona", "personas", shown)} de aquí.` +
        (until === undefined ? "" : ` Tu servidor acepta el primero hasta ${shown.time(until)}.`),
    }),
    "wave grew": ({ campaign, held, before, domains }, shown) => ({
      title: `La oleada ${campaign} llega a ${shown.number(held)}`,
      line:
        `La oleada ${campaign} pasó de ${shown.number(before)} a ${posts(held, shown)}, de ` +
        `${some(domains, "dominio", "dominios", shown)}. Nadie ha decidido todavía.`,
    }),
    "wave undecided": ({ campaign, held, until }, shown) => ({
      title: `Oleada ${campaign}: sin decidir`,
      line:
        `Nadie ha decidido sobre la oleada ${campaign}. Desde ${shown.time(until)} tu servidor ` +
        `acepta menos de sus ${posts(held, shown)}: si se liberan después, quizá no avisen ` +
        "a nadie.",
    }),
    "wave expires": ({ campaign, held, until }, shown) => ({
      title: `Oleada ${campaign}: pronto se borra`,
      line:
        `Nadie ha decidido sobre la oleada ${campaign}. Sus ${posts(held, shown)} se borran sin ` +
        `decisión a partir del ${shown.day(until)}.`,
    }),
    appeal: ({ sender, about }, { name }) => ({
      title: "Una apelación",
      line: `${name(sender)} pide que vuelvas a mirar ${name(about)}.`,
    }),
    host: ({ domain, rung, spammers, days }, shown) => {
      const host = shown.name(domain);
      const seen = `${shown.number(spammers)} spammers en ${some(days, "día", "días", shown)}`;
      const does = {
        waits: "sus desconocidos esperan más",
        holds: "sus desconocidos quedan retenidos",
        suggested: "sus desconocidos quedan retenidos, y quizá sea hora de rechazarlo",
      }[rung];
      return {
        title: `Servidor: ${host}`,
        line: `Parece que nadie cuida de ${host} (${seen}): ${does}.`,
      };
    },
    "tuning alarm": () => ({
      title: "El ajuste ya no se aplica",
      line:
        "Los primeros contactos puntúan más alto que aquellos con los que se ajustó. El ajuste " +
        "ya no se aplica y cuenta la configuración.",
    }),
    "ledger failed": ({ times }, shown) => ({
      title: "El registro falla",
      line:
        `El registro falló ${some(times, "vez", "veces", shown)} en una hora. Mientras tanto el ` +
        "correo pasa sin juzgar, salvo que on_failure diga otra cosa. Mira el log y el disco.",
    }),
    "disk nearly full": ({ freeBytes, reserveBytes }, { size }) => ({
      title: "El disco está casi lleno",
      line:
        `Quedan ${size(freeBytes)}. Por debajo de ${size(reserveBytes)} no se guarda nada más: a ` +
        "lo dudoso se le pide volver más tarde.",
    }),
    "nearly all kept": ({ kept, most }, { number }) => ({
      title: "Queda poco sitio",
      line:
        `Se guardan ${number(kept)} envíos de ${number(most)} como máximo. Después, a lo dudoso ` +
        "se le pide volver más tarde, y de lo que se retendría no se guarda el texto.",
    }),
    "home server down": ({ since }, { time }) => ({
      title: "Tu servidor no responde",
      line: `Tu servidor no responde desde ${time(since)}. Los remitentes lo intentarán de nuevo.`,
    }),
  },
  topics: { wave: "oleadas", appeal: "apelaciones", host: "servidores", alarm: "alarmas" },
  several: (count, { number }) => `${number(count)} avisos`,
  andMore: (count, { number }) => `y ${number(count)} más`,
  test: {
    title: "Una prueba",
    line: (topics) => `Esto es una prueba. Funciona: aquí sabrás de: ${topics}.`,
  },
  digest: {
    title: (day) => `Resumen, ${day}`,
    contacts: ({ since, contacts }, shown) =>
      `Desde ${shown.time(since)}: ${some(contacts, "contacto", "contactos", shown)}.`,
    kept: ({ settled, held }, shown) =>
      `${shown.number(settled)} en espera, ${some(held, "retenido", "retenidos", shown)}.`,
    waiting: ({ waiting, waves, singles }, shown) =>
      `Esperan una decisión: ${shown.number(waiting)}, de ellos ` +
      `${shown.number(singles)} sueltos, el resto en ${some(waves, "caso", "casos", shown)}.`,
    watching: ({ settled, held }, { number }) =>
      `Solo se observa: ${number(settled)} habrían esperado, ${number(held)} se habrían retenido.`,
    nothingWaits: "Nada espera una decisión.",
    wave: (campaign, held, until, shown) =>
      `${campaign}: ${some(held, "retenido", "retenidos", shown)}` +
      (until === undefined ? "" : `, el primero puede entrar hasta ${shown.time(until)}`),
    expiring: ({ expiring, expiringFrom }, shown) =>
      `${shown.number(expiring)} de ellos se borran sin decisión en tres días` +
      (expiringFrom === undefined ? "." : `, el primero el ${shown.day(expiringFrom)}.`),
    flagged: ({ flagged }, { number }) =>
      `Admitidos y marcados al vencer su plazo, sin decisión: ${number(flagged)}.`,
    expired: ({ expired }, { number }) => `Borrados sin decisión: ${number(expired)}.`,
    meanwhile: "Mientras tanto:",
  },
};
