// What somebody at the desk is told elsewhere: their own subscriptions, and no one else's.

import { html } from "hono/html";
import { languages, type Topic, topics } from "../../../model/subscription.ts";
import type { Sent } from "../../../ports/notifier.ts";
import { shownMinutes } from "../../../services/notify/daytime.ts";
import { testLetter } from "../../../services/notify/letter.ts";
import { newLetterId } from "../../../services/notify/outbox.ts";
import { sendTo } from "../../../services/notify/send-to.ts";
import { stateOf } from "../../../services/notify/subscription-state.ts";
import {
  addSubscription,
  changeSubscription,
  dropSubscription,
  type Subscribed,
  shownAddress,
  subscriptionOf,
  subscriptionsIn,
} from "../../../services/notify/subscriptions.ts";
import { typedChannels } from "../../../services/notify/typed.ts";
import { choiceIn, toIn } from "../notice-form.ts";
import { type Answer, type Asked, type Html, NotThere, type Route, WrongInput } from "../page.ts";
import { savedNote, select } from "../pieces.ts";
import { settingsTabs } from "../settings-tabs.ts";

export const notificationRoutes: readonly Route[] = [
  { method: "GET", path: "/settings/notices", may: "self", answer: (asked) => pageOf(asked) },
  { method: "POST", path: "/settings/notices", may: "self", answer: add },
  { method: "POST", path: "/settings/notices/change", may: "self", answer: change },
  { method: "POST", path: "/settings/notices/test", may: "self", answer: tryOne },
  { method: "POST", path: "/settings/notices/drop", may: "self", answer: drop },
];

const home = "/settings/notices";

/** `note`: what was just done, at the page's top. */
async function pageOf(asked: Asked, note: Html | "" = ""): Promise<Answer> {
  const { words, parts, query } = asked;
  const { notices: text } = words;
  const theirs = await subscriptionsIn(parts.ownRecords, asked.hand().by);
  const saved = savedNote(asked, text.saved);
  const changed = theirs.find(({ id }) => id === query.get("change"));
  const list = theirs.length === 0 ? html`<p class="empty">${text.none}</p>` : table(asked, theirs);
  const body = html`${settingsTabs(asked)}${note === "" ? saved : note}
<p class="lead">${text.lead}</p>
<h2>${text.yours}</h2>${await list}
<h2>${changed === undefined ? text.add : text.change}</h2>
${changed === undefined ? addForm(asked, await parts.pushKey()) : changeForm(asked, changed)}`;
  return { kind: "page", title: words.shell.settings, body, islands: ["push"] };
}

async function table(asked: Asked, theirs: readonly Subscribed[]): Promise<Html> {
  const { notices: text } = asked.words;
  const heads = [text.where, text.what, text.quiet, text.digest, text.last];
  const rows = await Promise.all(theirs.map((one) => row(asked, one)));
  const titles = heads.map((one) => html`<th scope="col">${one}</th>`);
  return html`<table class="stack"><thead><tr>${titles}
<th scope="col"><span class="sr">${text.change}</span></th></tr></thead>
<tbody>${rows}</tbody></table>`;
}

async function row(asked: Asked, { id, value }: Subscribed): Promise<Html> {
  const { words, formKey } = asked;
  const { notices: text } = words;
  const { to, what, quiet, digestAt, zone } = value;
  const told = what.map((one) => text.topics[one]).join(", ");
  const hours =
    quiet === undefined
      ? text.noQuiet
      : `${shownMinutes(quiet.from)}–${shownMinutes(quiet.until)} (${zone})`;
  const digests = digestAt.map(shownMinutes).join(", ");
  const button = (path: string, name: string) => html`<form method="post" action="${home}/${path}">
${formKey}<input type="hidden" name="id" value="${id}">
<button class="quiet">${name}</button></form>`;
  return html`<tr><td data-label="${text.where}">${text.channels[to.channel]}<br>
<small class="strange">${shownAddress(to)}</small></td>
<td data-label="${text.what}">${told === "" ? text.nothing : told}</td>
<td data-label="${text.quiet}">${hours}</td>
<td data-label="${text.digest}">${digests === "" ? text.noDigest : digests}</td>
<td data-label="${text.last}">${await lastOf(asked, id)}</td>
<td><div class="actions">${button("test", text.test)}
<a role="button" class="quiet" href="${home}?change=${id}">${text.changeOne}</a>
${button("drop", text.drop)}</div></td></tr>`;
}

async function lastOf({ words, parts, say, moments }: Asked, id: string): Promise<string> {
  const { notices: text } = words;
  const state = await stateOf(parts.ownRecords, id);
  const { said } = state ?? {};
  const last =
    said === undefined
      ? text.nothingSent
      : say(said.taken ? text.taken : text.failed, {
          when: moments.awayText(said.at),
          said: said.words,
        });
  const waiting = (state?.waiting.length ?? 0) + (state?.sending?.notices.length ?? 0);
  return waiting === 0 ? last : `${last}; ${say(text.waiting, { count: waiting })}`;
}

/** The island adds this browser to the channels, and fills in what it gave. */
function addForm(asked: Asked, pushKey: string): Html {
  const { words, formKey } = asked;
  const { notices: text } = words;
  const channels = typedChannels.map((one) => [one, text.channels[one]] as const);
  return html`<form method="post" action="${home}" class="narrow" data-push-key="${pushKey}"
 data-push="${text.channels.push}" data-not-allowed="${text.notAllowed}"
 data-no-service="${text.noService}">${formKey}
<label>${text.channel}${select("channel", "email", channels)}</label>
<label>${text.address}<input name="address" maxlength="1024" required autocomplete="off"
 aria-describedby="address-hint"></label><small id="address-hint">${text.addressHint}</small>
<noscript><small>${text.needsScript}</small></noscript>
${["endpoint", "p256dh", "auth"].map((one) => html`<input type="hidden" name="${one}" value="">`)}
${choices(asked, undefined)}
<p role="status" data-said></p><button>${text.save}</button></form>`;
}

function changeForm(asked: Asked, { id, value }: Subscribed): Html {
  const { words, formKey } = asked;
  const { notices: text } = words;
  return html`<form method="post" action="${home}/change" class="narrow">${formKey}
<input type="hidden" name="id" value="${id}">
<p>${text.channels[value.to.channel]}: <span class="strange">${shownAddress(value.to)}</span></p>
${choices(asked, value)}
<div class="actions"><button>${text.save}</button>
<a role="button" class="quiet" href="${home}">${text.cancel}</a></div></form>`;
}

const usual: readonly Topic[] = ["wave", "appeal", "alarm"];

function choices(asked: Asked, value: Subscribed["value"] | undefined): Html {
  const { words, moments, language } = asked;
  const { notices: text } = words;
  const boxes = (name: string, chosen: readonly Topic[]) =>
    topics.map((one) => {
      const checked = chosen.includes(one) ? html` checked` : "";
      return html`<label><input type="checkbox" name="${name}-${one}"${checked}>
${text.topics[one]}</label>`;
    });
  const names = languages.map((one) => {
    const name = new Intl.DisplayNames([one], { type: "language" }).of(one) ?? one;
    return [one, name] as const;
  });
  const time = (minutes: number | undefined) =>
    minutes === undefined ? "" : shownMinutes(minutes);
  const digests = value === undefined ? "08:00" : value.digestAt.map(shownMinutes).join(", ");
  const what = boxes("what", value?.what ?? usual);
  return html`<fieldset><legend>${text.what}</legend>${what}</fieldset>
<fieldset><legend>${text.urgent}</legend>${boxes("urgent", value?.urgent ?? [])}</fieldset>
<fieldset class="grid"><legend>${text.quiet}</legend>
<label>${text.from}<input type="time" name="from" value="${time(value?.quiet?.from)}"></label>
<label>${text.until}<input type="time" name="until" value="${time(value?.quiet?.until)}"></label>
</fieldset>
<label>${text.digest}<input name="digest" value="${digests}" maxlength="60"
 aria-describedby="digest-hint"></label><small id="digest-hint">${text.digestHint}</small>
<label>${text.zone}<input name="zone" value="${value?.zone ?? moments.zone}" maxlength="64"
 required></label>
<label>${text.language}${select("language", value?.language ?? language, names)}</label>`;
}

async function add(asked: Asked): Promise<Answer> {
  const hand = asked.hand();
  const wanted = { ...choiceIn(asked.form), by: hand.by, to: toIn(asked.form) };
  const added = await addSubscription(asked.parts.ownRecords, wanted, hand);
  if (!added.ok) throw new WrongInput(added.error);
  const { to } = added.value.value;
  if (to.channel !== "webhook") return { kind: "redirect", to: `${home}?saved` };
  const { notices: text } = asked.words;
  return pageOf(
    asked,
    html`<div role="status" class="note good"><p>${text.saved} ${text.secret}</p>
<p><code class="strange">${to.secret}</code></p></div>`,
  );
}

async function change(asked: Asked): Promise<Answer> {
  const found = await ownIn(asked);
  const wanted = choiceIn(asked.form);
  const changed = await changeSubscription(asked.parts.ownRecords, found, wanted, asked.hand());
  if (!changed.ok) throw new WrongInput(changed.error);
  return { kind: "redirect", to: `${home}?saved` };
}

async function tryOne(asked: Asked): Promise<Answer> {
  const { parts, words, say } = asked;
  const { value } = await ownIn(asked);
  const letter = testLetter(newLetterId(), value, parts.inForce.config().desk.url);
  const sent = await sendTo(value.to, letter, parts.notifiers());
  const { notices: text } = words;
  const sentence =
    sent.kind === "taken"
      ? say(text.tested, { said: sent.answer })
      : say(text.testFailed, { said: sent.because });
  return pageOf(asked, html`<p role="status" class="note ${toneOf(sent)}">${sentence}</p>`);
}

function toneOf({ kind }: Sent): string {
  return kind === "taken" ? "good" : "bad";
}

async function drop(asked: Asked): Promise<Answer> {
  const { id } = await ownIn(asked);
  await dropSubscription(asked.parts.ownRecords, id, asked.hand());
  return { kind: "redirect", to: `${home}?saved` };
}

/** Of somebody else's it is said that it is not there. */
async function ownIn(asked: Asked): Promise<Subscribed> {
  const { form, parts } = asked;
  const found = await subscriptionOf(parts.ownRecords, (form.get("id") ?? "").slice(0, 40));
  if (found === undefined || found.value.by !== asked.hand().by) throw new NotThere();
  return found;
}
