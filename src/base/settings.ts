// A setting: the only place where its default, its range, its unit and its doc line exist.

export interface Setting {
  readonly kind: "count" | "share" | "duration";
  readonly default: number;
  readonly doc: string;
  readonly min: number;
  readonly max: number;
  /** Each installation draws its own, this close to the value: see `drawnFrom`. */
  readonly drawnWithin?: number;
}

export type Settings = Readonly<Record<string, Setting>>;
export type ValuesOf<S extends Settings> = { readonly [K in keyof S]: number };

/** A whole number of things, 0 to a million. */
export function count(value: number, doc: string): Setting {
  return { kind: "count", default: value, doc, min: 0, max: 1_000_000 };
}

/** 0 to 1. */
export function share(value: number, doc: string): Setting {
  return { kind: "share", default: value, doc, min: 0, max: 1 };
}

/** Milliseconds here, with a unit in the configuration file ("10m"); up to ten years. */
export function duration(ms: number, doc: string): Setting {
  return { kind: "duration", default: ms, doc, min: 0, max: 315_360_000_000 };
}

/** Chosen by us: hardly another verdict on ham, and enough that nobody can ride on the edge. */
const drawnWithin = 0.1;

/** A threshold whose exact value the published source must not tell. */
export function drawn(setting: Setting): Setting {
  return { ...setting, drawnWithin };
}

/** The value that an installation goes by: evenly between 90 and 110 % where it is drawn. */
export function drawnFrom(
  setting: Setting | undefined,
  value: number,
  random: () => number,
): number {
  const { drawnWithin: within = 0 } = setting ?? {};
  return within === 0 ? value : value * (1 + within * (2 * random() - 1));
}

export function defaultsOf<S extends Settings>(settings: S): ValuesOf<S> {
  return Object.fromEntries(
    Object.entries(settings).map(([name, setting]) => [name, setting.default]),
  ) as ValuesOf<S>;
}
