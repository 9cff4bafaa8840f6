import { bareMention } from "./bare-mention.ts";
import { follow, link, note, reply, stories } from "./stories.ts";

const landing = [link("https://landing.example/x")];

stories(bareMention, [
  [
    "the wave of 2024: five handles and a link",
    note({ text: "@ @ @ @ @ https://landing.example/x", links: landing, elsewhere: 4 }),
    {},
    1,
  ],
  ["handles and a picture", note({ text: "@ @ @", attachments: 1, elsewhere: 2 }), {}, 1],
  ["handles alone", note({ text: "@ @ @", elsewhere: 2 }), {}, 1],
  ["a picture for one friend", note({ text: "@", attachments: 1 }), {}, 0.6],
  ["a link for one friend", note({ text: "@ landing.example/x", links: landing }), {}, 0.6],
  ["a single handle, as a test", note({ text: "@" }), {}, 0],
  ["a picture as an answer", reply({ text: "@", attachments: 1 }), {}, 0],
  ["four letters are no message yet", note({ text: "@ @ cc hi", elsewhere: 1 }), {}, 1],
  ["five are one", note({ text: "@ @ hello", elsewhere: 1 }), {}, 0],
  [
    "a Japanese sentence right behind a link",
    note({ text: "@ https://landing.example/x今日の写真です", links: landing }),
    {},
    0,
  ],
  ["emoji for a friend, and nobody else", note({ text: "@ 🎉🎉" }), {}, 0],
  ["nobody is addressed", note({ text: "", attachments: 1, here: 0 }), {}, 0],
  ["a follow says nothing either", follow(), {}, 0],
]);
