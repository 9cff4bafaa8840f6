// A small random generator with a seed, for everything that must come out the same again.

/** sfc32 by Chris Doty-Humphrey (PractRand): 128 bits of state, passes its own battery. */
export function seeded(seed: string): () => number {
  let [a, b, c, d] = [1, 2, 3, 4].map((salt) => hash32(`${salt}:${seed}`)) as [
    number,
    number,
    number,
    number,
  ];
  const next = (): number => {
    const t = (((a + b) | 0) + d) | 0;
    d = (d + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + t) | 0;
    return (t >>> 0) / 0x1_0000_0000;
  };
  for (let i = 0; i < 12; i++) next();
  return next;
}

/** FNV-1a over UTF-16 units, with a final avalanche (murmur3's). Not for secrets. */
export function hash32(text: string): number {
  let h = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
