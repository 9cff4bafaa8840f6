// Kinds of requests to which every verifier should say the same.

import { hour, minute } from "../base/units.ts";
import {
  aged,
  cavage,
  changeField,
  either,
  flip,
  type Kind,
  labels,
  letter,
  message,
  musts,
  signedByFedify,
  spoilSignature,
} from "./drawn-requests.fixture.ts";
import {
  ann,
  cavageFields,
  digestOf,
  eve,
  fieldOf,
  messageFields,
  noon,
  signCavage,
  signMessage,
  withField,
} from "./speakers.fixture.ts";

export const agreed: readonly Kind[] = [
  { story: "draft-cavage in any order and with any label", make: (dice) => cavage(dice) },
  { story: "RFC 9421 with any components", make: (dice) => message(dice) },
  { story: "signed by Fedify", make: (dice) => signedByFedify(dice) },
  {
    story: "signed by Fedify, then changed",
    make: async (dice) => spoilSignature(await signedByFedify(dice), dice),
  },
  { story: "a spoilt signature", make: (dice) => spoilSignature(either(dice), dice) },
  {
    story: "a shortened signature",
    make: (dice) =>
      changeField(either(dice), "signature", (old) => old.replace(/[A-Za-z0-9+/=]{8}("|:)$/, "$1")),
  },
  {
    story: "a changed body",
    make: (dice) => {
      const sent = either(dice);
      return { ...sent, body: sent.body.with(dice.roll(sent.body.length), 0x23) };
    },
  },
  {
    story: "a longer body",
    make: (dice) => {
      const sent = either(dice);
      return { ...sent, body: Buffer.concat([sent.body, Buffer.from(" ")]) };
    },
  },
  {
    story: "draft-cavage to another path",
    make: (dice) => ({ ...cavage(dice), path: "/users/eve/inbox" }),
  },
  {
    story: "RFC 9421 to another path",
    make: (dice) => ({ ...message(dice), path: "/users/eve/inbox" }),
  },
  {
    story: "sent to another host",
    make: (dice) => withField(either(dice), "host", "other.example"),
  },
  {
    story: "another Date",
    make: (dice) => {
      const date = new Date(noon - (1 + dice.roll(1000)) * 1000).toUTCString();
      return withField(either(dice), "date", date);
    },
  },
  { story: "no Date", make: (dice) => withField(cavage(dice), "date", undefined) },
  { story: "an unreadable Date", make: (dice) => withField(cavage(dice), "date", "yesterday") },
  {
    story: "two Dates",
    make: (dice) => {
      const sent = cavage(dice);
      return { ...sent, headers: [...sent.headers, ["date", fieldOf(sent, "date")]] };
    },
  },
  { story: "no Digest", make: (dice) => withField(cavage(dice), "digest", undefined) },
  {
    story: "no Content-Digest",
    make: (dice) => withField(message(dice), "content-digest", undefined),
  },
  {
    story: "another body's digest",
    make: (dice) => {
      const digest = digestOf(`${dice.roll(1e9)}`);
      return withField(
        withField(either(dice), "digest", `SHA-256=${digest}`),
        "content-digest",
        `sha-256=:${digest}:`,
      );
    },
  },
  {
    story: "SHA-512, alone and beside SHA-256, in any case",
    make: (dice) => {
      const what = letter(dice);
      const long = `${dice.pick(["SHA-512", "sha-512"])}=${digestOf(what.body, "sha512")}`;
      const short = `${dice.pick(["SHA-256", "sha-256"])}=${digestOf(what.body)}`;
      const digest = dice.pick([long, short, `${long},${short}`, `${short}, ${long}`]);
      const fields = cavageFields(what, { digest });
      return signCavage(ann, what, { covered: musts.join(" "), fields });
    },
  },
  {
    story: "Content-Digest with one right and one wrong value",
    make: (dice) => {
      const what = letter(dice);
      const wrong = `sha-512=:${digestOf("x", "sha512")}:`;
      const right = messageFields(what)["content-digest"] ?? "";
      const fields = {
        ...messageFields(what),
        "content-digest": dice.shuffle([wrong, right]).join(", "),
      };
      return signMessage(ann, what, { covered: "@method @target-uri content-digest", fields });
    },
  },
  {
    story: "somebody else's key",
    make: (dice) => {
      const what = letter(dice);
      const covered = musts.join(" ");
      return signCavage(ann, what, { covered, keyId: eve.keyId, algorithm: dice.pick(labels) });
    },
  },
  {
    story: "a key that nobody knows",
    make: (dice) => {
      const rename = (old: string): string =>
        old.replace(/(keyid=")[^"]*/i, "$1https://x.example/key");
      const sent = changeField(either(dice), "signature", rename);
      return changeField(sent, "signature-input", rename);
    },
  },
  {
    story: "one character of one field changed",
    make: (dice) => {
      const sent = either(dice);
      const [name, value] = dice.pick(sent.headers);
      return withField(sent, name, flip(value, dice));
    },
  },
  {
    story: "the list of fields in another order than signed",
    make: (dice) =>
      changeField(cavage(dice), "signature", (old) =>
        old.replace(/headers="(\S+) (\S+)/, 'headers="$2 $1'),
      ),
  },
  {
    story: "a field dropped from the list",
    make: (dice) =>
      changeField(cavage(dice), "signature", (old) =>
        old.replace(/ (\S+)",signature=/, '",signature='),
      ),
  },
  {
    story: "a covered field twice",
    make: (dice) => {
      const sent = signCavage(ann, letter(dice), { covered: `${musts.join(" ")} content-type` });
      const name = dice.pick(["content-type", "digest"]);
      return { ...sent, headers: [...sent.headers, [name, fieldOf(sent, name)]] };
    },
  },
  {
    story: "a covered field twice, signed so",
    make: (dice) => {
      const what = letter(dice);
      const fields = cavageFields(what, { "x-tag": "a, b" });
      const sent = signCavage(ann, what, { covered: `${musts.join(" ")} x-tag`, fields });
      const others = sent.headers.filter(([name]) => name !== "x-tag");
      return { ...sent, headers: [...others, ["X-Tag", "a"], ["x-tag", "b"]] };
    },
  },
  {
    story: "changed parameters of RFC 9421",
    make: (dice) =>
      changeField(message(dice), "signature-input", (old) =>
        dice.pick([
          old.replace(/created=\d+/, `created=${noon / 1000 - 1 - dice.roll(100)}`),
          old.replace(/^sig1/, "sig2"),
          `${old};tag="y"`,
          old.replace(/;created=\d+/, ""),
          old.replace(/"content-digest" ?/, ""),
          old.replace("(", '("x-absent" '),
        ]),
      ),
  },
  {
    story: "RFC 9421 with `created` that is no whole number",
    make: (dice) =>
      signMessage(ann, letter(dice), {
        covered: "@method @target-uri content-digest",
        parameters: `;created=${dice.pick(['"1"', "1.5x", "a"])};keyid="${ann.keyId}"`,
      }),
  },
  { story: "up to 59 minutes old", make: (dice) => either(dice, aged(dice, 0, 59 * minute)) },
  { story: "up to 59 minutes ahead", make: (dice) => either(dice, aged(dice, -59 * minute, 0)) },
  { story: "hours old", make: (dice) => either(dice, aged(dice, 66 * minute, 20 * hour)) },
  { story: "hours ahead", make: (dice) => either(dice, aged(dice, -20 * hour, -61 * minute)) },
  {
    story: "(created) and Date covered",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: dice.shuffle([...musts, "(created)"]).join(" "),
        algorithm: "hs2019",
        parameters: { created: noon / 1000 + dice.roll(100) - 50 },
      }),
  },
  {
    story: "(expires) still to come",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: dice.shuffle([...musts, "(expires)"]).join(" "),
        algorithm: "hs2019",
        parameters: { expires: noon / 1000 + 1 + dice.roll(1000) },
      }),
  },
  {
    story: "(expires) over an hour ago",
    make: (dice) =>
      signCavage(ann, letter(dice), {
        covered: `${musts.join(" ")} (expires)`,
        algorithm: "hs2019",
        parameters: { expires: noon / 1000 - 3601 - dice.roll(3500) },
      }),
  },
  {
    story: "a query that is not signed",
    make: (dice) => {
      const what = letter(dice);
      const query = { ...what, path: `${what.path}?a=${dice.roll(9)}` };
      return signCavage(ann, query, { covered: musts.join(" "), target: what.path });
    },
  },
];
