// How first contacts of strangers are taken, whatever their score says.

/**
 * open: as they are judged. wave: while a campaign is recognised they settle longer, which ends by
 * itself. consent: each waits for a ruling.
 */
export const contactModes = ["open", "wave", "consent"] as const;

export type ContactMode = (typeof contactModes)[number];
