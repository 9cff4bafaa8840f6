// What an attack costs, in units of one account on an open host where the attacker
// already has some. The list is published in docs/traffic-log.md and is not ours to bend.

export const prices = {
  account: 1,
  accountOnFurtherHost: 3,
  agedDay: 1,
  ownHost: 30,
  rewrite: 0.02,
  link: 0.1,
  picture: 0.05,
  operatorHour: 5,
} as const;

export type Ware = keyof typeof prices;

/** What was bought so far. */
export interface Purse {
  spend(ware: Ware, count?: number): void;
  /** Units, all in all. */
  readonly spent: number;
}

export function openPurse(): Purse {
  let spent = 0;
  return {
    spend: (ware, count = 1) => {
      spent += prices[ware] * count;
    },
    get spent() {
      return spent;
    },
  };
}
