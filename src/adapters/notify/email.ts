// Letters as e-mail, by the operator's own mail server.

import type { Secret } from "../../base/secret.ts";
import { isLoopback } from "../../base/socket-address.ts";
import { second } from "../../base/units.ts";
import type { Letter } from "../../model/letter.ts";
import type { AddressOn } from "../../model/subscription.ts";
import type { Clock } from "../../ports/clock.ts";
import type { Notifier, Sent } from "../../ports/notifier.ts";
import { shortAnswer } from "./short-answer.ts";

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte (smtps); else STARTTLS. */
  readonly tls: boolean;
}

export interface EmailSettings {
  readonly server: MailServer | undefined;
  readonly user: string | undefined;
  readonly password: Secret | undefined;
  /** Whose letters they are. */
  readonly from: string | undefined;
  /** PEM certificates to trust instead of the usual ones. */
  readonly ca?: string;
  readonly timeMs?: number;
}

/** Each step of the conversation; greylisting servers think before they greet. Chosen by us. */
const usualTimeMs = 10 * second;

/** All of it may take as long as so many steps. */
const stepsMax = 2;

function timeOf({ timeMs = usualTimeMs }: EmailSettings): number {
  return timeMs;
}

export function makeEmailNotifier(
  settings: EmailSettings,
  clock: Pick<Clock, "now">,
): Notifier<AddressOn<"email">> {
  return {
    async send({ address }, letter) {
      const { server, from } = settings;
      if (server === undefined || from === undefined)
        return { kind: "failed", because: "notify.email.server or notify.email.from is not set" };
      const { createTransport } = await import("nodemailer");
      const transport = createTransport(transportOf(server, settings));
      const mail = mailOf(from, address, letter, clock.now());
      const giveUp = setTimeout(() => transport.close(), stepsMax * timeOf(settings));
      try {
        const { response } = await transport.sendMail(mail);
        return { kind: "taken", answer: shortAnswer(undefined, response) };
      } catch (error) {
        return failed(error);
      } finally {
        clearTimeout(giveUp);
        transport.close();
      }
    },
  };
}

function transportOf({ host, port, tls }: MailServer, settings: EmailSettings) {
  const { user, password, ca } = settings;
  const timeMs = timeOf(settings);
  const isLocal = isLoopback({ kind: "tcp", host, port });
  return {
    ...{ host, port, secure: tls },
    // A password, and who moderates, are not for the wire to see. On loopback there is no wire,
    // and a mail server's own certificate names another host.
    ...(isLocal ? { ignoreTLS: true } : { requireTLS: !tls }),
    ...{ connectionTimeout: timeMs, greetingTimeout: timeMs, socketTimeout: timeMs },
    ...(user === undefined ? {} : { auth: { user, pass: password?.reveal() ?? "" } }),
    ...(ca === undefined ? {} : { tls: { ca } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function mailOf(from: string, to: string, letter: Letter, now: number) {
  const domain = from.slice(from.lastIndexOf("@") + 1);
  const link = letter.link === undefined ? [] : ["", letter.link];
  return {
    from: { name: "Breakwater", address: from },
    to: { name: "", address: to },
    subject: letter.title,
    text: [...letter.lines, ...link].join("\n"),
    messageId: `<${letter.id}@${domain}>`,
    date: new Date(now),
    // RFC 3834: nobody's holiday notice answers it.
    headers: { "Auto-Submitted": "auto-generated", "Content-Language": letter.language },
    xMailer: false as const,
    ...(letter.urgent ? { priority: "high" as const } : {}),
  };
}

function failed(error: unknown): Sent {
  const { code, response } = error as { readonly code?: string; readonly response?: string };
  if (response !== undefined)
    return { kind: "failed", because: `it answered ${shortAnswer(undefined, response)}` };
  if (code === "ETIMEDOUT") return { kind: "failed", because: "it took too long to answer" };
  const message = error instanceof Error ? error.message : "it could not be reached";
  return { kind: "failed", because: shortAnswer(undefined, message) };
}
