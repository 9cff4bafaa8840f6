// A mail server that takes what comes, on loopback, as told. It is a real one, from npm.

import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import type { Mood } from "../../ports/notifier.contract.ts";

export interface Mail {
  readonly from: string;
  readonly to: readonly string[];
  /** Who signed in, if anybody did. */
  readonly user: string | undefined;
  readonly raw: string;
}

export interface SmtpReceiver {
  readonly port: number;
  readonly mails: readonly Mail[];
  setMood(mood: Mood): void;
  /** May be called twice. */
  stop(): Promise<void>;
}

export async function startSmtpReceiver(more: SMTPServerOptions = {}): Promise<SmtpReceiver> {
  const mails: Mail[] = [];
  let mood: Mood = "takes";
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    allowInsecureAuth: true,
    closeTimeout: 50,
    onAuth: ({ username, password }, _session, done) =>
      password === "open sesame"
        ? done(null, { user: username ?? "" })
        : done(new Error("not today")),
    onRcptTo(_address, _session, done) {
      if (mood === "hangs") return;
      if (mood === "takes") return done();
      const words = mood === "floods" ? "x".repeat(200_000) : "not today";
      done(Object.assign(new Error(words), { responseCode: 550 }));
    },
    onData(stream, { envelope, user }, done) {
      void text(stream).then((raw) => {
        const from = envelope.mailFrom === false ? "" : envelope.mailFrom?.address;
        const to = envelope.rcptTo.map(({ address }) => address);
        mails.push({ from: from ?? "", to, user, raw });
        done();
      });
    },
    ...more,
  });
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  let stopped: Promise<void> | undefined;
  return {
    port,
    mails,
    setMood: (next) => {
      mood = next;
    },
    stop: () => {
      stopped ??= new Promise((resolve) => server.close(() => resolve()));
      return stopped;
    },
  };
}

/** The value of a header field, unfolded and decoded (RFC 2047, UTF-8 alone). */
export function fieldOf({ raw }: Mail, name: string): string | undefined {
  const head = raw.slice(0, raw.indexOf("\r\n\r\n")).replace(/\r\n[ \t]+/g, " ");
  const found = new RegExp(`^${name}: (.*)$`, "im").exec(head)?.[1];
  return found?.replace(/\?= =\?/g, "?==?").replace(/=\?UTF-8\?(B|Q)\?([^?]*)\?=/gi, decoded);
}

function decoded(_whole: string, how: string, text: string): string {
  if (how.toUpperCase() === "B") return Buffer.from(text, "base64").toString("utf8");
  return quotedText(text.replaceAll("_", " "));
}

/** The body of a mail of one part. */
export function bodyOf(mail: Mail): string {
  const body = mail.raw.slice(mail.raw.indexOf("\r\n\r\n") + 4).replaceAll("\r\n", "\n");
  const how = fieldOf(mail, "Content-Transfer-Encoding");
  if (how === "base64") return Buffer.from(body, "base64").toString("utf8");
  return how === "quoted-printable" ? quotedText(body.replaceAll("=\n", "")) : body;
}

function quotedText(text: string): string {
  const bytes = text.replace(/=([\dA-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  return Buffer.from(bytes, "latin1").toString("utf8");
}
