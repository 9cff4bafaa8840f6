// "This GET is a POST", as WordPress takes it from anybody: a delivery that does not look like one.

import { targetOf, type Visit } from "./visit.ts";

/** CGI writes `_` for `-`, so that both spellings are one to what stands behind it. */
const fieldName = /^x[-_](?:http[-_]method|(?:http[-_])?method[-_]override)$/i;

/** PHP takes `.method` and `[method` for `_method`, and blanks before it for nothing. */
const parameterName = /^[ +]*[_.[ +]method$/;

/** Whether some server may take this request for a POST, whatever its method is. */
export function callsItselfPost(visit: Visit): boolean {
  if (visit.fields.some(([name, value]) => fieldName.test(name) && isPost(value))) return true;
  return parametersOf(targetOf(visit)).some(isPost);
}

function parametersOf(target: string): readonly string[] {
  const start = target.indexOf("?");
  if (start === -1) return [];
  return target
    .slice(start + 1)
    .split("&")
    .map((parameter) => parameter.split("="))
    .filter(([name = ""]) => parameterName.test(decode(name)))
    .map(([, ...value]) => decode(value.join("=")));
}

/** Several fields of one name are one list to some. */
function isPost(claimed: string): boolean {
  return claimed.split(",").some((one) => one.trim().toLowerCase() === "post");
}

/** Once, as servers do: nothing is malformed. */
function decode(text: string): string {
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
}
