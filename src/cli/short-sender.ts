// An actor's name for a terminal.

import { shortActor } from "../model/short-actor.ts";
import { printable } from "./printable.ts";

export function shortSender(actor: string): string {
  return printable(shortActor(actor));
}
