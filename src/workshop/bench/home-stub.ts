// A home server that takes everything: 202, as Mastodon answers. A process of its own.

import { createServer } from "node:http";

const server = createServer((request, response) => {
  request.on("end", () => response.writeHead(202, { "content-length": 0 }).end()).resume();
});
server.listen(0, "127.0.0.1", () => process.send?.(server.address()));
