// A server on the socket that its parent holds open as descriptor 3: answers with its own name,
// and ends in order when its standard input does.

import { createServer } from "node:http";
import { listen } from "./listen.ts";

const [, , name = ""] = process.argv;
const server = createServer((_, response) => response.end(name));
const address = await listen(server, { kind: "tcp", host: "ignored", port: 1 }, 0, 3);
process.stdout.write(`${JSON.stringify(address)}\n`);
process.stdin.resume().on("end", () => {
  server.close();
  server.closeIdleConnections();
});
