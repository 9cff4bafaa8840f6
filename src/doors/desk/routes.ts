// All pages and actions of the desk.

import type { Route } from "./page.ts";
import { auditRoutes } from "./pages/audit.ts";
import { nowRoutes } from "./pages/now.ts";
import { settingsRoutes } from "./pages/settings.ts";
import { houseRoutes } from "./pages/settings-house.ts";
import { signInRoutes } from "./pages/sign-in.ts";

export const routes: readonly Route[] = [
  ...nowRoutes,
  ...auditRoutes,
  ...settingsRoutes,
  ...houseRoutes,
  ...signInRoutes,
];
