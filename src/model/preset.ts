// What decides on a contact: the score, or a number of criteria that must speak.

export const presets = ["score", "two-of-five", "three-of-five", "four-of-five"] as const;

export type Preset = (typeof presets)[number];
