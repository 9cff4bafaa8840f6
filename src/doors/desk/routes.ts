// All pages and actions of the desk.

import type { Route } from "./page.ts";
import { nowRoutes } from "./pages/now.ts";
import { signInRoutes } from "./pages/sign-in.ts";

export const routes: readonly Route[] = [...nowRoutes, ...signInRoutes];
