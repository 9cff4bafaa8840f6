// Names to addresses, with the forbidden ones left out. A socket connects to what this answers and
// to nothing else, so a name that changes its address between two questions gains nothing.

import { lookup as systemLookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import { type AllowList, isPublic } from "./allow-list.ts";

/** All addresses of a name. */
export type Resolve = (name: string) => Promise<readonly string[]>;

export class ForbiddenAddress extends Error {
  override readonly name = "ForbiddenAddress";
}

/** The machine's own way: hosts file, then DNS. */
export async function resolveBySystem(name: string): Promise<readonly string[]> {
  const found = await systemLookup(name, { all: true });
  return found.map(({ address }) => address);
}

export function makeGuardedLookup(allow: AllowList, resolve: Resolve): LookupFunction {
  return (name, options, callback) => {
    permittedAddresses(name, allow, resolve).then(
      (addresses) => {
        const found = addresses.map((address) => ({ address, family: isIP(address) }));
        const [first] = found;
        if (options.all === true) callback(null, found);
        else callback(null, first?.address ?? "", first?.family);
      },
      (error: Error) => callback(error, []),
    );
  };
}

/** Never empty; rejects with ForbiddenAddress, or with what `resolve` rejects with. */
async function permittedAddresses(
  name: string,
  allow: AllowList,
  resolve: Resolve,
): Promise<readonly string[]> {
  const isFree = allow.host(name);
  const all = await resolve(name);
  const permitted = all.filter((one) => isFree || isPublic(one) || allow.address(one));
  if (permitted.length > 0) return permitted;
  throw new ForbiddenAddress(`${name} has no address that may be fetched from`);
}
