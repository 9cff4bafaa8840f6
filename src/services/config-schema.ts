// Every setting of the house: its key, default, range and doc line exist here and nowhere else,
// except those of a signal, which stand in the signal's own file. The file's schema, its error
// messages, docs/config.md and the names of the environment's variables come from this.

import { z } from "zod";
import { bodyBytesMax } from "../base/limits.ts";
import { formatDuration, formatSize } from "../base/quantity.ts";
import type { Setting } from "../base/settings.ts";
import { day, minute, second } from "../base/units.ts";
import { shippedSettings } from "../engine/policy.ts";
import { signals } from "../engine/signals/index.ts";
import { type AnySignal, type Group, groups } from "../engine/signals/signal.ts";
import { contactModes } from "../model/contact-mode.ts";
import { modes } from "../model/mode.ts";
import { presets } from "../model/preset.ts";
import { tuneSettings } from "../model/proposal.ts";
import { recallSettings } from "../model/recall.ts";
import {
  address,
  choice,
  duration,
  emailAddress,
  hostsOrNetworks,
  listOf,
  mailServer,
  networks,
  number,
  oneIn,
  origin,
  percentage,
  secret,
  size,
  text,
  upstreamAddress,
  urlPrefix,
  wholeNumber,
  yesOrNo,
} from "./config-kinds.ts";
import { recipientChoices } from "./home-entry.ts";
import { shippedQuotas } from "./quotas.ts";

const weightMax = 40;

/** The design's own. */
const shippedBudget = "1 in 1000";

const quotaSize = (doc: string) => size(1024, 1024 ** 4, doc);

/** Settings below a key. With nothing of it given, its own settings' defaults stand. */
function section<const S extends z.ZodRawShape>(doc: string, shape: S) {
  const error = "must have its settings below it, each on a line of its own";
  return z.strictObject(shape, { error }).describe(doc);
}

const groupSections = Object.fromEntries(
  groups.map((group) => [
    group,
    section(`The group "${group}".`, {
      max: number(0, 100, "The most that this group adds to a score, or takes from it.").default(
        shippedSettings.groupMax[group],
      ),
    }).prefault({}),
  ]),
) as Record<Group, z.ZodPrefault<z.ZodObject<{ max: z.ZodDefault<z.ZodNumber> }>>>;

export const configSchema = section("Breakwater's settings. An empty file is valid.", {
  mode: choice(
    modes,
    "watch: judge everything, stop nothing. guard: act on the verdicts. off: a plain proxy.",
  ).default("watch"),
  contact: choice(
    contactModes,
    "How first contacts are taken: of somebody of whom nothing was ever taken here and whom " +
      "nobody here welcomed. open: as they are judged. wave: while a campaign is recognised they " +
      "settle for 28 to 50 minutes, which ends by itself; in logs with a wave it delayed 22 to " +
      "49 % of them, in a quiet one none. consent: each waits for a ruling, or until somebody " +
      "here follows or answers its sender; without rulings more than half stayed held. " +
      "`breakwater contact` changes it at once. See docs/operators/contact.md.",
  ).default("open"),
  neglected_hosts: choice(
    ["act", "tell"],
    "Hosts of which most strangers were ruled spam here, on several days. act: others of them " +
      "who are new here wait longer, then are held, until days after the last spam; whom people " +
      "here know flows on. tell: it is only said. See docs/operators/hosts.md.",
  ).default("act"),
  recall: choice(
    recallSettings,
    "What reached people before anybody knew is listed by `breakwater cases recall`, and " +
      "withdrawn where a connector can, never of senders whom people here know. ruled: what a " +
      "moderator ruled spam. automatic: also what is held as a wave beyond doubt; a chain letter " +
      "of newcomers can be taken for one, and nobody is asked first. off: nothing.",
  ).default("ruled"),
  guard_share: percentage(
    "In guard mode: for how many of the sending domains. Others are watched. A domain stays on " +
      "its side, and those guarded at 10% are also guarded at 20%.",
  ).prefault("100%"),
  shadow: text(
    "the path of a file",
    "A second configuration that judges beside this one and is never acted on: what it would " +
      "have done otherwise is counted. Only its weights and thresholds count.",
  ).optional(),
  upstream: upstreamAddress("The home server: where mail is passed on to.").optional(),
  listen: address("Where the gate listens.").prefault("127.0.0.1:8090"),
  admin: address("Where health, metrics and the admin's pages are served. Never public.").prefault(
    "127.0.0.1:8091",
  ),
  desk: section("The moderators' desk: pages in a browser.", {
    enabled: yesOrNo("Whether it is served at all.").default(true),
    listen: address(
      "Where the desk listens. To be reached from elsewhere it needs a proxy with TLS before it.",
    ).prefault("127.0.0.1:8092"),
    url: origin(
      "Where people reach the desk, such as https://desk.example: for links in notices, signing " +
        "in with an account of the home server, and appeals.",
    ).optional(),
    sign_in: choice(
      ["home", "token"],
      "Who may enter. With home, also moderators and admins of the home server, with their " +
        "accounts there (Mastodon, GoToSocial, Pleroma, Akkoma), where desk.url and home.origin " +
        "are set; with token, only who has a token, or a link from the command line.",
    ).default("home"),
    recipients: choice(
      recipientChoices,
      "What the home server's other people may do, signed in with their accounts: nothing, see " +
        "what was held for them, or also release what of it reaches nobody else here. " +
        "See docs/operators/desk.md.",
    ).default("off"),
  }).prefault({}),
  state: text("the path of a folder", "Folder of everything that must not be lost.").default(
    "breakwater-state",
  ),
  public_url: origin(
    "The gate's own public origin, as which it signs its fetches. Without it they are unsigned.",
  ).optional(),
  home: section("The home server's own addresses. Learned from its mail where not given.", {
    origin: origin("The origin of the home server's URLs.").optional(),
    actors: urlPrefix("What the URLs of its actors begin with.").optional(),
  }).prefault({}),
  software: section("What the home server runs. Asked from its NodeInfo where not given.", {
    name: text("a software's name", 'Its name in NodeInfo, such as "mastodon".').optional(),
    version: text("a version", 'Its version, such as "4.5.2".').optional(),
    replay_window: duration(
      second,
      7 * day,
      "How long after its date the home server still takes a delivery.",
    ).optional(),
    accepts: listOf(
      ["draft-cavage", "rfc9421"],
      "The kinds of signature that it accepts.",
    ).optional(),
  }).prefault({}),
  trusted_proxies: networks("Proxies whose X-Forwarded-For tells the sender's address.").default([
    "127.0.0.0/8",
    "::1/128",
  ]),
  network: section("What the gate may fetch.", {
    allow: hostsOrNetworks(
      "Addresses, networks and names that are not public and may be fetched from all the same, " +
        "names also without TLS and on any port.",
    ).default([]),
  }).prefault({}),
  limits: section("Bounds on what strangers send.", {
    body: size(
      1024,
      16 * bodyBytesMax,
      "The largest delivery that is judged; a larger one is answered 413.",
    ).prefault(formatSize(bodyBytesMax)),
  }).prefault({}),
  traces: section("OpenTelemetry traces. Off unless there is somewhere to send them.", {
    endpoint: urlPrefix(
      "Where they go, by OTLP over HTTP, such as http://127.0.0.1:4318/v1/traces. They hold no " +
        "text, no actor and no host. OTEL_EXPORTER_OTLP_ENDPOINT does the same.",
    ).optional(),
    share: percentage("How many of the deliveries are traced.").prefault("100%"),
  }).prefault({}),
  notify: section("How moderators are told; who is told what, `breakwater notify` says.", {
    allow: hostsOrNetworks(
      "Addresses, networks and names that are not public and that moderators may have notices " +
        "sent to all the same; names also without TLS and on any port. The ntfy server below " +
        "needs no mention.",
    ).default([]),
    email: section("The mail server that takes notices by e-mail.", {
      server: mailServer(
        "Where it is: smtps:// for TLS at once, smtp:// for STARTTLS, which only a server on " +
          "this machine may do without.",
      ).optional(),
      user: text("a name", "As whom to sign in there.").optional(),
      password: secret("With what.").optional(),
      password_file: text("the path of a file", "A file with that password in it.").optional(),
      from: emailAddress("Whose address stands as the sender's.").optional(),
    }).prefault({}),
    ntfy: section("The ntfy server for those who name only a topic.", {
      url: urlPrefix("Where it is, such as https://ntfy.example.").optional(),
      token: secret("An access token, if it asks for one; sent to that server alone.").optional(),
      token_file: text("the path of a file", "A file with that token in it.").optional(),
    }).prefault({}),
  }).prefault({}),
  quotas: section("How much is kept at once, so that a flood neither fills the disk nor gets in.", {
    deliveries: wholeNumber(
      1,
      1_000_000,
      "Of one domain, of one client network (/24, /56), or alike: so many with their text.",
    ).default(shippedQuotas.each.deliveries),
    size: quotaSize("Of one domain or client network, or alike: so much text.").prefault(
      formatSize(shippedQuotas.each.bytes),
    ),
    all_deliveries: wholeNumber(1, 10_000_000, "In all, so many.").default(
      shippedQuotas.all.deliveries,
    ),
    all_size: quotaSize("In all, so much.").prefault(formatSize(shippedQuotas.all.bytes)),
    disk_reserve: quotaSize("What keeping leaves free of the disk.").prefault(
      formatSize(shippedQuotas.diskReserveBytes),
    ),
  }).prefault({}),
  on_failure: choice(
    ["pass", "settle"],
    "What mail does while our own stores are down: pass lets it in unjudged, settle has it wait.",
  ).default("pass"),
  reject_answer: choice(
    ["accepted", "403"],
    "What the sender of a rejected delivery hears: accepted tells a spammer nothing, 403 tells " +
      "an honest server that a rule refuses it.",
  ).default("accepted"),
  watchdog: duration(
    5 * second,
    10 * minute,
    "The gate ends itself when it has stood still for so long, to be started again.",
  ).prefault("30s"),
  expire_after: duration(
    day,
    3650 * day,
    "How long a held delivery that nobody ruled on is kept.",
  ).prefault("30d"),
  budget: oneIn(
    20,
    100_000,
    "Of legitimate first contacts, how many may be held. `breakwater tune` finds the hold " +
      "threshold that keeps to it, at most 3 decibans from hold_at.",
  ).prefault(shippedBudget),
  tune: choice(
    tuneSettings,
    "What becomes of a better threshold, or of weights fitted to your rulings. propose: " +
      "`breakwater tune` shows it, and an admin applies it. automatic: it is applied each night. " +
      "off: nothing is gathered for it, and what was applied is not in force.",
  ).default("propose"),
  preset: choice(
    presets,
    "What decides. score: all that the signals add up to. Else a count: so many of five criteria " +
      "must speak for a contact to be held, one less and it settles; hold_at, settle_band and " +
      "what tune proposes decide nothing then. What it costs stands in " +
      "docs/operators/presets.md.",
  ).default("score"),
  prior: number(
    -weightMax,
    weightMax,
    "What an unsolicited contact is before anything is known of it, in decibans.",
  ).default(shippedSettings.prior),
  hold_at: number(-weightMax, weightMax, "From this score on a contact is held.").default(
    shippedSettings.holdAt,
  ),
  settle_band: number(
    0,
    weightMax,
    "How far below hold_at a contact is doubtful, and settles.",
  ).default(shippedSettings.settleBand),
  settle: section("How long the doubtful settle; drawn between the two.", {
    min: duration(second, day, "The shortest time.").prefault(
      formatDuration(shippedSettings.settleMinMs),
    ),
    max: duration(minute, day, "The longest time.").prefault(
      formatDuration(shippedSettings.settleMaxMs),
    ),
  }).prefault({}),
  groups: section(
    "Signals that tell the same story don't add up for ever.",
    groupSections,
  ).prefault({}),
  signals: section(
    "Each signal's weight and its own settings; see signals.md.",
    Object.fromEntries(signals.map((signal) => [signal.symbol, signalSection(signal)])),
  ).prefault({}),
});

export type ParsedConfig = z.infer<typeof configSchema>;

/** A section of one signal, as it comes out of parsing: its settings are numbers. */
export type ParsedSignal = { readonly decibans: number; readonly enabled: boolean } & Readonly<
  Record<string, number | boolean>
>;

function signalSection(signal: AnySignal) {
  const shipped = shippedSettings.signals[signal.symbol]?.decibans ?? signal.decibans;
  const [least, most] = signal.decibans < 0 ? [-weightMax, 0] : [0, weightMax];
  const shape: Record<string, z.ZodType> = {
    decibans: number(least, most, "Weight at full strength.").default(shipped),
    enabled: yesOrNo("Whether it speaks at all.").default(true),
  };
  for (const [name, setting] of Object.entries(signal.settings)) shape[name] = kindOf(setting);
  return section(signal.summary, shape).prefault({});
}

function kindOf(setting: Setting): z.ZodType {
  const { min, max, doc } = setting;
  const docLine = doc.charAt(0).toUpperCase() + doc.slice(1);
  switch (setting.kind) {
    case "count":
      return wholeNumber(min, max, docLine).default(setting.default);
    case "share":
      return number(min, max, docLine).default(setting.default);
    case "duration":
      return duration(min, max, docLine).prefault(formatDuration(setting.default));
  }
}
