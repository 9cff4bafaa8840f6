// What we call of packages that bring no types of their own.

declare module "minhash" {
  export class Minhash {
    update(shingle: string): void;
    jaccard(other: Minhash): number;
  }
  export class LshIndex {
    constructor(options: { bandSize: number });
    readonly index: Record<string, string[]>;
    insert(key: string, minhash: Minhash): void;
    getHashbands(minhash: Minhash): readonly string[];
  }
}

declare module "nilsimsa" {
  export class Nilsimsa {
    constructor(text: string);
    digest(encoding: "hex"): string;
    static compare(one: string, other: string): number;
  }
}

declare module "ssdeep.js" {
  const ssdeep: {
    digest(text: string): string;
    similarity(one: string, other: string): number;
  };
  export = ssdeep;
}

declare module "tlsh" {
  /** Throws where the text is too short or too simple. */
  function hash(text: string): string;
  export = hash;
}

declare module "tlsh/lib/digests/digest-hash-builder.js" {
  interface Digest {
    calculateDifference(other: Digest, withLength: boolean): number;
  }
  interface Builder {
    withHash(hash: string): { build(): Digest };
  }
  const DigestHashBuilder: new () => Builder;
  export = DigestHashBuilder;
}
