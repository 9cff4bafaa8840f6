// What the gate does with its verdicts. Only `guard` keeps anything back.

/**
 * watch: everything is judged, nothing is stopped. guard: verdicts are acted on. off: nothing is
 * judged and nothing is read; the gate is a plain proxy.
 */
export const modes = ["watch", "guard", "off"] as const;

export type Mode = (typeof modes)[number];
