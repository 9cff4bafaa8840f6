// What the mutators draw from: letters that look like others, characters that nobody sees, words
// that mean the same, greetings, tails. Chosen by hand from what spam on several networks does;
// made without regard to what the engine undoes, and to be kept so.

/** Each letter with others that pass for it at a glance, from as many scripts as there are. */
export const lookAlikes: ReadonlyMap<string, string> = new Map([
  ...pairs("a:аɑαａ𝚊ᴀ4@ b:ЬɓｂƄ𝖻ʙ c:сϲⅽｃᴄ𝖼 d:ԁⅾɗｄ𝖽ᴅ e:еҽｅ℮ᴇ𝖾 f:ƒｆ𝖿ꜰ g:ɡցｇ𝗀ɢ"),
  ...pairs("h:һհｈ𝗁ʜ i:іıｉⅰɪ𝗂 j:јϳｊ𝗃ᴊ k:κｋ𝗄ᴋк l:ⅼӏｌ𝗅ʟ| m:ⅿｍ𝗆ᴍм n:ոｎ𝗇ɴп"),
  ...pairs("o:оοօｏ𝗈ᴏ০ p:рρｐ𝗉ᴘ q:ԛզｑ𝗊 r:гｒ𝗋ʀ s:ѕｓ𝗌ꜱ t:тτｔ𝗍ᴛ u:υսｕ𝗎ᴜ v:ѵνｖⅴ𝗏ᴠ"),
  ...pairs("w:ԝѡｗ𝗐ᴡ x:хⅹｘ𝗑 y:уүγｙ𝗒ʏ z:ᴢｚ𝗓ʐ"),
  ...pairs("A:АΑᎪＡ𝐀 B:ВΒᏴＢ𝐁 C:СϹᏟＣⅭ D:ᎠＤⅮ E:ЕΕᎬＥ F:ϜＦ G:ᏀԌＧ H:НΗᎻＨ I:ІΙＩⅠ"),
  ...pairs("J:ЈᎫＪ K:КΚᏦＫ L:ᏞＬⅬ M:МΜᎷＭ N:ΝＮ𝐍 O:ОΟՕＯ P:РΡᏢＰ Q:ＱԚ R:ᎡＲ S:ЅՏᏚＳ"),
  ...pairs("T:ТΤᎢＴ U:ՍＵ V:ᏙＶⅤ W:ᎳԜＷ X:ХΧＸⅩ Y:ΥҮＹ Z:ΖᏃＺ"),
  ...pairs("а:aɑ е:eҽ о:oοօ р:pρ с:cϲ х:xⅹ у:yү і:i к:κ м:ᴍ н:ʜ т:ᴛ в:ʙ А:AΑ В:BΒ Е:EΕ"),
  ...pairs("К:KΚ М:MΜ Н:HΗ О:OΟ Р:PΡ С:CϹ Т:TΤ Х:XΧ"),
  ...pairs(
    "ロ:口ﾛ ニ:二ﾆ カ:力ｶ エ:工ｴ ー:一― へ:ヘ ヘ:へ べ:ベ り:リ ハ:八ﾊ タ:夕ﾀ ト:卜ﾄ 一:⼀ー",
  ),
  ...pairs(
    "人:⼈ 大:⼤ 日:⽇曰 口:ロ⼝ 金:⾦ 女:⼥ 力:カ⼒ 二:ニ⼆ 工:エ⼯ 水:⽔ 手:⼿ 見:⾒ 行:⾏",
  ),
]);

function pairs(table: string): readonly (readonly [string, string])[] {
  return table.split(" ").map((pair) => {
    const [letter = "", ...others] = [...pair].filter((_, i) => i !== 1);
    return [letter, others.join("")] as const;
  });
}

/** Alphabets that keyboards and web pages offer as "fonts": first small, first large letter. */
export const fonts: readonly (readonly [number, number])[] = [
  [0x1d41a, 0x1d400],
  [0x1d482, 0x1d468],
  [0x1d4ea, 0x1d4d0],
  [0x1d5ba, 0x1d5a0],
  [0x1d5ee, 0x1d5d4],
  [0x1d68a, 0x1d670],
  [0x24d0, 0x24b6],
  [0xff41, 0xff21],
  [0x1f130, 0x1f130],
  [0x1f170, 0x1f170],
];

/** Zero-width, filling and formatting characters, by number since none of them can be seen. */
export const unseen: readonly string[] = [
  ...[0x200b, 0x200c, 0x200d, 0x2060, 0xfeff, 0xad, 0x34f, 0x61c, 0x180e, 0x200e, 0x200f],
  ...[0x2061, 0x2062, 0x2063, 0x2064, 0x206a, 0x115f, 0x3164, 0xfe00, 0xfe0e, 0xe0061, 0xe0041],
].map((point) => String.fromCodePoint(point));

/** Bidirectional controls that are opened and closed. */
export const embeddings: readonly (readonly [string, string])[] = [
  ["\u202a", "\u202c"],
  ["\u202d", "\u202c"],
  ["\u2066", "\u2069"],
  ["\u2068", "\u2069"],
];

/** Shows what is between right to left, so that letters written backwards read as before. */
export const backwards = ["\u202e", "\u202c"] as const;

/** Marks that stand on or through the letter before them. */
export const marks: readonly string[] = [
  ...[0x301, 0x308, 0x30a, 0x323, 0x332, 0x335, 0x336, 0x338, 0x20d2, 0x489],
].map((point) => String.fromCodePoint(point));

export const leet: ReadonlyMap<string, string> = new Map([
  ...pairs("a:4@ e:3 i:1! o:0 s:5$ t:7+ b:8 g:9 l:1 z:2 A:4@ E:3 I:1! O:0 S:5$ T:7 B:8 G:9 L:1"),
  ...pairs("о:0 з:3 б:6 ч:4 О:0 З:3 Б:6 Ч:4"),
]);

/** What stands between the letters of a word that is pulled apart. */
export const gaps: readonly string[] = [" ", ".", "-", "_", "*", "\u2009", "\u00a0", "·"];

/** Words of one meaning, each list a language's; a word outside them gets any other word. */
export const synonyms: readonly (readonly string[])[] = [
  ["free", "gratis", "complimentary", "no-cost"],
  ["win", "earn", "gain", "score", "get"],
  ["money", "cash", "funds", "income", "dollars"],
  ["now", "today", "immediately", "instantly"],
  ["click", "tap", "press", "open"],
  ["buy", "order", "purchase", "grab"],
  ["best", "top", "finest", "greatest"],
  ["offer", "deal", "promotion", "discount"],
  ["call", "phone", "ring", "dial"],
  ["send", "forward", "text", "transfer"],
  ["prize", "reward", "award", "gift", "bonus"],
  ["check", "see", "view", "visit"],
  ["join", "enter", "register", "subscribe"],
  ["great", "amazing", "awesome", "incredible"],
  ["make", "create", "build", "produce"],
  ["people", "folks", "everyone", "friends"],
  ["деньги", "доход", "заработок", "прибыль"],
  ["бесплатно", "даром", "безвозмездно"],
  ["сейчас", "сегодня", "срочно"],
  ["пишите", "обращайтесь", "звоните"],
  ["работа", "подработка", "занятость"],
  ["hadiah", "bonus", "kejutan"],
  ["uang", "dana", "cuan", "rupiah"],
  ["sekarang", "segera", "langsung"],
  ["menang", "jackpot", "maxwin"],
  ["無料", "タダ", "0円"],
  ["今すぐ", "今日", "早速"],
  ["お金", "現金", "収入"],
];

export const greetings: readonly string[] = [
  ...["Hi NAME,", "Hello NAME!", "Dear NAME", "Hey NAME :)", "NAME, good day!", "Yo NAME,"],
  ...[
    "Привет, NAME!",
    "Здравствуйте NAME,",
    "Halo kak NAME,",
    "Hai NAME!",
    "NAMEさん、こんにちは！",
  ],
  ...["Hola NAME:", "你好 NAME，", "Bonjour NAME !"],
];

export const firstNames: readonly string[] = [
  ..."Anna Ben Chloe Dmitri Emeka Farah Goran Hana Ivan Jorge Kaya Lena Mirza Nadia".split(" "),
  ..."Omar Priya Quinn Rosa Sven Tariq Uma Viktor Wanda Xiu Yara Zoltan Budi Siti".split(" "),
  ..."Сергей Ольга 太郎 さくら 小明".split(" "),
];

export const emoji: readonly string[] = [
  ...[
    "🔥",
    "💰",
    "🚀",
    "✅",
    "👉",
    "🎁",
    "💎",
    "😍",
    "⚡",
    "📈",
    "❤️",
    "👇",
    "🤑",
    "💯",
    "🎉",
    "👩‍💻",
    "🇺🇸",
  ],
  ...[":blobcat:", ":fire:", ":verified:"],
];

/** Parts of made-up host names, handles and paths. */
export const syllables: readonly string[] =
  "ba ce di fo gu ha ji ko lu ma ne pi qo ra si tu va wo xe yu za cha plo tri sno gra".split(" ");
