// Does mail sent to the public name come to this gate, and with what the gate must know?

import { z } from "zod";
import { isLoopback } from "../../base/socket-address.ts";
import { probeField } from "../../doors/gate/probe.ts";
import type { Config } from "../../services/config.ts";
import type { GateStatus } from "../../services/gate-status.ts";
import { bad, type Finding, ok, warn } from "./finding.ts";
import type { askPublic, PublicAnswer } from "./public-question.ts";

type Question = typeof askPublic;

/** Of a network for documentation (RFC 5737): nobody's, so whoever reports it believed us. */
const pretendedClient = "192.0.2.1";

const seenShape = z.object({ client: z.string(), scheme: z.string(), host: z.string() });

export async function lookAtWay(
  config: Config,
  status: GateStatus,
  password: string,
  ask: Question,
): Promise<Finding[]> {
  const host = status.homeServer.hosts[0];
  const origin = config.home.origin ?? (host === undefined ? undefined : `https://${host}`);
  if (origin === undefined)
    return [
      warn(
        "way",
        "the home server's public name is not known, so the way to this gate can't be tried",
        "set home.origin, such as https://social.example",
      ),
    ];
  const url = `${origin}/inbox`;
  const headers = { [probeField]: password, "X-Forwarded-For": pretendedClient };
  const answer = await ask(url, headers);
  if (answer.kind === "failed") return [notTried(url, answer.because, password)];
  const seen = seenIn(answer);
  if (seen === undefined) return [leadsElsewhere(url, answer.status)];
  return [ok("way", `${url} leads to this gate`), ...fieldsLeft(seen, url, answer.address)];
}

function seenIn({ text }: PublicAnswer & { kind: "answered" }) {
  try {
    return seenShape.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined; // The home server's own page, or the web server's.
  }
}

function notTried(url: string, because: string, password: string): Finding {
  return warn(
    "way",
    `${url} can't be asked from this machine: ${because}`,
    `ask from another: curl -s -H '${probeField}: ${password}' ${url} must answer "breakwater"`,
  );
}

function leadsElsewhere(url: string, status: number): Finding {
  return bad(
    "way",
    `${url} does not lead to this gate: somebody else answered ${status}`,
    "include the file for your web server (docs/operators) in this site, with this gate's " +
      "address at its top, and reload the web server",
  );
}

function fieldsLeft(
  { client, scheme, host }: z.infer<typeof seenShape>,
  url: string,
  address: string,
): Finding[] {
  const asked = new URL(url);
  const findings: Finding[] = [];
  const todo = "let the web server set it, as its file in docs/operators does";
  if (host.toLowerCase() !== asked.host)
    findings.push(bad("Host", `the gate saw "${host}" for ${asked.host}: no signature fits`, todo));
  if (`${scheme}:` !== asked.protocol)
    findings.push(
      warn("X-Forwarded-Proto", `the gate saw ${scheme} where ${asked.protocol} was asked`, todo),
    );
  // Through loopback our own word for the client is all that is left, and rightly believed.
  const direct = !isLoopback({ kind: "tcp", host: address.replace(/^::ffff:/, ""), port: 0 });
  if (direct && client === pretendedClient)
    findings.push(
      bad(
        "X-Forwarded-For",
        "the web server hands on what clients say of their own address: any sender can choose his",
        "have it append the client's address, as its file in docs/operators does",
      ),
    );
  else if (findings.length === 0)
    findings.push(ok("fields", "Host and X-Forwarded-* arrive as they should"));
  return findings;
}
