import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { type DefaultTreeAdapterTypes, parseFragment } from "parse5";
import { readHtml } from "./html.ts";
import { tidy } from "./piece.ts";

function visible(html: string): string {
  return tidy(
    readHtml(html)
      .runs.map((run) => run.text)
      .join(""),
  );
}

const table: readonly (readonly [html: string, text: string])[] = [
  ["plain &amp; simple &#x1F600; &copy", "plain & simple 😀 ©"],
  ["<p>one</p><p>two<br>three</p>", "one\ntwo\nthree"],
  ["a\n  b\tc", "a b c"],
  ["2 < 3 and <3", "2 < 3 and <3"],
  ["<b>bo</b>ld", "bold"],
  ["x<script>alert(1)</script><style>p{}</style>y", "xy"],
  ["<!-- gone -->here<!>", "here"],
  ['<img alt=":smile:" src="x">', ":smile:"],
  ["<ul><li>one<li>two</ul>", "one\ntwo"],
  ["fr</div>ee", "free"],
  ["fr</p>ee", "fr\nee"],
  ["<div>one</div>tw</div>o", "one\ntwo"],
  ["<h2>one</h3>two", "one\ntwo"],
  ["<h1><h1>one</h1>tw</h1>o", "one\ntwo"],
  ['<tea<div title=">">tea</div>tea', "teatea"],
  ["<p>never closed <i>at all", "never closed at all"],
];

for (const [html, text] of table) {
  test(`${JSON.stringify(html)} reads ${JSON.stringify(text)}`, () => {
    assert.equal(visible(html), text);
  });
}

test("a link keeps its address, its classes and its whole label", () => {
  const html =
    `<a CLASS="u-url mention" href=' https://a.example/?x=1&amp;y=2 '>` +
    '@<span class="invisible">al</span>ice</a>';
  assert.deepEqual(readHtml(html).runs, [
    { text: "@alice", link: { href: "https://a.example/?x=1&y=2", classes: "u-url mention" } },
  ]);
});

test("a link ends where the next begins", () => {
  const { runs } = readHtml("<a href=x>one<a href=y>two</a>three");
  assert.deepEqual(
    runs.map(({ text, link }) => [text, link?.href]),
    [
      ["one", "x"],
      ["two", "y"],
      ["three", undefined],
    ],
  );
});

test("what Mastodon hides is told apart from what it shows", () => {
  const { runs, hidden, cuts } = readHtml('see<span class="x invisible">not <i>this</i></span> me');
  assert.deepEqual(
    runs.map((run) => run.text),
    ["see me"],
  );
  assert.equal(hidden, "not this");
  assert.equal(cuts, 1);
});

test("hiding ends with its paragraph, closed or not", () => {
  assert.equal(visible('<p><span class="invisible">no</p><p>yes</p>'), "yes");
});

test("words cut by tags are counted, emphasised words and Japanese are not", () => {
  const cuts = (html: string): number => readHtml(html).cuts;
  assert.equal(cuts("fr<b></b>ee m<!-- -->oney"), 2);
  assert.equal(cuts("a <b>bold</b> word, <i>here</i>."), 0);
  assert.equal(cuts("これは<b>重要</b>です"), 0);
  assert.equal(cuts("long<wbr>word"), 0);
});

const blocks = new Set(["p", "div", "br", "li", "ul", "blockquote", "h1"]);

/** The same by the standard's own tree. */
function byTree(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string {
  let text = "";
  for (const node of nodes) {
    if (node.nodeName === "#text") text += (node as { value: string }).value.replaceAll("\n", " ");
    if (!("childNodes" in node)) continue;
    const edge = blocks.has(node.nodeName) ? "\n" : "";
    text += edge + byTree(node.childNodes) + edge;
  }
  return text;
}

test("visible text is what the standard's parser sees", () => {
  const words = fc.constantFrom(
    "tea",
    " ",
    "&amp;",
    "&lt;b&gt;",
    "é",
    "\n",
    "<",
    "&#10004;",
    "ok.",
  );
  const tags = fc.constantFrom("p", "b", "span", "em", "div", "blockquote", "h1", "code");
  const { html } = fc.letrec<{ html: string }>((tie) => ({
    html: fc.oneof(
      { maxDepth: 5 },
      words,
      fc.constant("<br>"),
      fc.constant("<!-- x -->"),
      fc
        .tuple(tags, tie("html"))
        .map(([tag, inner]) => `<${tag} title="&quot;>">${inner}</${tag}>`),
      fc.array(tie("html"), { maxLength: 5 }).map((all) => all.join("")),
    ),
  }));
  fc.assert(
    fc.property(html, (source) => {
      assert.equal(visible(source), tidy(byTree(parseFragment(source).childNodes)));
    }),
    { numRuns: 400 },
  );
});

test("no text makes reading throw", () => {
  const piece = fc.constantFrom(
    "<",
    ">",
    "a",
    "</",
    "!--",
    "-->",
    "&",
    "#",
    ";",
    "=",
    '"',
    "'",
    " ",
    "script",
    "href",
  );
  fc.assert(fc.property(fc.array(piece, { maxLength: 40 }), (all) => void readHtml(all.join(""))));
});
