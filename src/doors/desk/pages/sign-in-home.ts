// The way in by the home server: there somebody says who they are, and comes back.

import { html } from "hono/html";
import { minute } from "../../../base/units.ts";
import type { HomeTrouble } from "../../../ports/home-accounts.ts";
import { enterFromHome, homeSessionLastsMs } from "../../../services/home-entry.ts";
import { backPath, type HomeSignIn } from "../desk-parts.ts";
import { type Answer, type Asked, type Cookie, NotThere, type Route } from "../page.ts";
import { welcome } from "./sign-in.ts";

export const signInHomeRoutes: readonly Route[] = [
  { method: "GET", path: "/sign-in/home", may: "anyone", visit: "entry", answer: depart },
  { method: "GET", path: backPath, may: "anyone", visit: "entry", answer: arrive },
];

/**
 * What was begun is known to this browser alone, so that strangers can fill nothing here. It goes
 * with the answer, used or not; the home server takes each code once, and not after some minutes.
 */
const departureCookie = "departure";
const departureLastsMs = 10 * minute;

async function depart(asked: Asked): Promise<Answer> {
  const { accounts, back } = wayOf(asked);
  const departure = await accounts.depart(back);
  if (!departure.ok) return troubled(asked, departure.error);
  const { to, state, verifier } = departure.value;
  const maxAgeSeconds = departureLastsMs / 1000;
  const cookie = { name: departureCookie, value: `${state}.${verifier}`, maxAgeSeconds };
  return { kind: "redirect", to, cookies: [cookie] };
}

async function arrive(asked: Asked): Promise<Answer> {
  const { parts, query, now } = asked;
  const { accounts, back } = wayOf(asked);
  const [state = "", verifier = ""] = (asked.cookie(departureCookie) ?? "").split(".");
  if (state === "") {
    const because = asked.words.signIn.nothingBegun;
    return troubled(asked, { kind: "foreign", because });
  }
  const account = await accounts.arrive(query, { state, verifier }, back);
  if (!account.ok) return troubled(asked, account.error);
  const { recipients } = parts.inForce.config().desk;
  const doors = { records: parts.ownRecords, accounts };
  const visitor = await enterFromHome(doors, account.value, recipients, now);
  if (!visitor.ok) {
    const who = `@${account.value.name}@${account.value.host}`;
    const text = visitor.error === "no role" ? "noRole" : "noActor";
    return refusal(asked, asked.say(asked.words.signIn[text], { who, host: accounts.host }));
  }
  const entered = await welcome(asked, visitor.value, "at home", homeSessionLastsMs);
  return entered.kind === "redirect"
    ? { ...entered, cookies: [...(entered.cookies ?? []), gone] }
    : entered;
}

function wayOf({ parts }: Asked): HomeSignIn {
  if (parts.signIn === undefined) throw new NotThere();
  return parts.signIn;
}

const gone: Cookie = { name: departureCookie, value: "" };

/** With the reason where it is ours to say; what the home server sent is shown nowhere. */
function troubled(asked: Asked, { kind, because }: HomeTrouble): Answer {
  const { host } = wayOf(asked).accounts;
  const status = kind === "declined" || kind === "foreign" ? 403 : 502;
  return refusal(asked, asked.say(asked.words.signIn[kind], { host, because }), status);
}

function refusal({ words }: Asked, sentence: string, status = 403): Answer {
  return {
    kind: "page",
    title: words.signIn.refused,
    body: html`<p role="alert">${sentence}</p>
<p><a href="/sign-in">${words.signIn.again}</a></p>`,
    status,
    cookies: [gone],
  };
}
