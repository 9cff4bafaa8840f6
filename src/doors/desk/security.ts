// What browsers are told, so that a page that shows what attackers wrote can do nothing for them.

import { hash } from "node:crypto";

/**
 * Nothing but what we serve ourselves: no other host is ever asked, nothing inline runs but the
 * import map, nobody frames us, no form goes elsewhere (CSP Level 3).
 */
export function contentSecurityPolicy(importMap: string): string {
  const map = `'sha256-${hash("sha256", importMap, "base64")}'`;
  return [
    "default-src 'none'",
    `script-src 'self' ${map}`,
    ...["style-src", "img-src", "connect-src", "worker-src", "manifest-src"].map(
      (one) => `${one} 'self'`,
    ),
    "form-action 'self'",
    "frame-ancestors 'none'",
    "base-uri 'none'",
  ].join("; ");
}

/** For every answer. */
export const safeHeaders: Readonly<Record<string, string>> = {
  "Cache-Control": "no-store",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=()",
  "Referrer-Policy": "no-referrer",
  "X-Content-Type-Options": "nosniff",
  "X-Frame-Options": "DENY",
  "X-Robots-Tag": "noindex, nofollow",
};

/**
 * Whether a form may have come from a page of ours. Browsers say so themselves (Fetch Metadata);
 * one that does not has to show our own origin. With the form's key, which is asked as well, each
 * of the two would do.
 */
export function isOwnRequest(headers: Headers, origin: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return false;
  const named = headers.get("origin");
  return named === null || named === "null" ? site !== null : named === origin;
}
