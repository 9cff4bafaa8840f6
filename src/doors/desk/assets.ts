// What the pages load from us: styles, fonts none, scripts few. Nothing comes from anywhere else.
//
// An island is a TypeScript module that Node reads as it is; for browsers its types are taken off
// when the desk starts. In the package it is JavaScript already. Every address carries a digest of
// all assets, so that browsers may keep them for good.

import { hash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { stripTypeScriptTypes } from "node:module";
import { extname } from "node:path";
import { promisify } from "node:util";
import { brotliCompress, gzip } from "node:zlib";

export interface Assets {
  /** The address of an asset by its name. Throws for a name that there is not. */
  url(name: string): string;
  /** Undefined for what is no asset of this version. */
  answer(path: string, encodings: string): AssetAnswer | undefined;
  /** By which names modules find the libraries they import: for one script element. */
  readonly importMap: string;
}

export interface AssetAnswer {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly headers: Readonly<Record<string, string>>;
}

interface Asset {
  readonly type: string;
  readonly plain: Buffer;
  readonly brotli: Buffer;
  readonly gzip: Buffer;
}

const prefix = "/assets/";

/** The libraries' own files, by the names that pages and modules use. */
const libraries = {
  "pico.css": "@picocss/pico/css/pico.min.css",
  "uplot.css": "uplot/dist/uPlot.min.css",
  "uplot.js": "uplot/dist/uPlot.iife.min.js",
  "preact.js": "preact",
  "preact-hooks.js": "preact/hooks",
  "htm.js": "htm",
  "htm-preact.js": "htm/preact",
} as const;

/** The proof of work's own modules, in the folders that they import one another by. */
const proofModules = [
  "workers/pbkdf2.js",
  "workers/shared.js",
  "algorithms/web/pbkdf2.js",
  "pow.js",
  "helpers.js",
  "types.js",
] as const;

/** What a module imports, and the asset that it gets. */
const imported = {
  preact: "preact.js",
  "preact/hooks": "preact-hooks.js",
  htm: "htm.js",
  "htm/preact": "htm-preact.js",
  uplot: "uplot.js",
} as const;

/** For a worker, which has a policy of its own: it may load our scripts and nothing else. */
const assetPolicy = "default-src 'none'; script-src 'self'";

const types: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
};

let loading: Promise<Assets> | undefined;

/** Reads and compresses all of them: some tenths of a second, once a process. */
export function loadAssets(): Promise<Assets> {
  loading ??= load();
  return loading;
}

async function load(): Promise<Assets> {
  const sources = new Map([...librarySources(), ...proofSources(), ...ownSources()]);
  const version = hash("sha256", [...sources].flat().join("\0"), "hex").slice(0, 12);
  const base = `${prefix}${version}/`;
  const entries = [...sources].map(
    async ([name, text]) => [name, await packed(name, text)] as const,
  );
  const assets = new Map(await Promise.all(entries));
  const url = (name: string): string => {
    if (assets.has(name)) return `${base}${name}`;
    throw new Error(`there is no asset ${name}`);
  };
  const imports = Object.entries(imported).map(([from, name]) => [from, url(name)] as const);
  return {
    url,
    importMap: JSON.stringify({ imports: Object.fromEntries(imports) }),
    answer(path, encodings) {
      const asset = path.startsWith(base) ? assets.get(path.slice(base.length)) : undefined;
      return asset && answerOf(asset, encodings);
    },
  };
}

function librarySources(): (readonly [string, string])[] {
  return Object.entries(libraries).map(([name, specifier]) => {
    const text = readFileSync(new URL(import.meta.resolve(specifier)), "utf8");
    return [name, adapted(name, text)];
  });
}

function proofSources(): (readonly [string, string])[] {
  const folder = import.meta.resolve("altcha-lib");
  return proofModules.map((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    // Its worker is Node's; the same with the browser's own hashing stands beside it.
    return [
      `altcha/${name}`,
      text.replace("../algorithms/pbkdf2.js", "../algorithms/web/pbkdf2.js"),
    ];
  });
}

function adapted(name: string, text: string): string {
  // uPlot's small build sets a variable; as a module it exports it instead.
  if (name === "uplot.js") return `${text}\nexport default uPlot;\n`;
  // Pico draws its icons from data URLs, which our policy for content refuses.
  if (name === "pico.css") return text.replace(/url\("data:[^"]*"\)/g, "none");
  return text;
}

/** Our style sheet, the icon and the islands, under the names that imports among them use. */
function ownSources(): (readonly [string, string])[] {
  const plain = ["desk.css", "icon.svg"].map((name): readonly [string, string] => [
    name,
    readFileSync(new URL(name, import.meta.url), "utf8"),
  ]);
  const folder = new URL("./islands/", import.meta.url);
  const modules = readdirSync(folder).filter((name) => /(?<!\.d)\.(?:ts|js)$/.test(name));
  const islands = modules.map((file): readonly [string, string] => {
    const text = readFileSync(new URL(file, folder), "utf8");
    const name = `islands/${file.replace(/\.ts$/, ".js")}`;
    return [name, file.endsWith(".ts") ? asScript(text) : text];
  });
  return [...plain, ...islands];
}

function asScript(text: string): string {
  return stripTypeScriptTypes(text).replace(/(from "\.[^"]*)\.ts"/g, '$1.js"');
}

async function packed(name: string, text: string): Promise<Asset> {
  const plain = Buffer.from(text);
  const [brotli, zipped] = await Promise.all([
    promisify(brotliCompress)(plain),
    promisify(gzip)(plain, { level: 9 }),
  ]);
  const type = types[extname(name)] ?? "application/octet-stream";
  return { type, plain, brotli, gzip: zipped };
}

function answerOf(asset: Asset, encodings: string): AssetAnswer {
  const accepted = encodings.split(",").map((one) => one.trim().replace(/;.*/, ""));
  const encoding = (["br", "gzip"] as const).find((one) => accepted.includes(one));
  const body = encoding === "br" ? asset.brotli : encoding === "gzip" ? asset.gzip : asset.plain;
  return {
    body: new Uint8Array(body),
    headers: {
      "Content-Type": asset.type,
      "Cache-Control": "public, max-age=31536000, immutable",
      "Content-Security-Policy": assetPolicy,
      "Cross-Origin-Resource-Policy": "same-origin",
      Vary: "Accept-Encoding",
      "X-Content-Type-Options": "nosniff",
      ...(encoding === undefined ? {} : { "Content-Encoding": encoding }),
    },
  };
}
