// What is happening.

import { html } from "hono/html";
import type { Route } from "../page.ts";

export const nowRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/",
    may: "read",
    answer: ({ words }) => ({ kind: "page", title: words.shell.now, body: html`` }),
  },
];
