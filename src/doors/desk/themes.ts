// Light, dark, or as the machine has it.

export const themes = ["system", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export function themeOf(cookie: string | undefined): Theme {
  return themes.find((one) => one === cookie) ?? "system";
}
