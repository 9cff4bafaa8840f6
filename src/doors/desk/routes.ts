// All pages and actions of the desk.

import type { Route } from "./page.ts";
import { appealRoutes } from "./pages/appeal.ts";
import { appealsRoutes } from "./pages/appeals.ts";
import { auditRoutes } from "./pages/audit.ts";
import { caseRoutes } from "./pages/case.ts";
import { caseNotesRoutes } from "./pages/case-notes.ts";
import { casesRoutes } from "./pages/cases.ts";
import { deliveryRoutes } from "./pages/delivery.ts";
import { hostRoutes } from "./pages/hosts.ts";
import { mineRoutes } from "./pages/mine.ts";
import { notificationRoutes } from "./pages/notifications.ts";
import { nowRoutes } from "./pages/now.ts";
import { ruleRoutes } from "./pages/rule.ts";
import { ruleNewRoutes } from "./pages/rule-new.ts";
import { ruleProposeRoutes } from "./pages/rule-propose.ts";
import { rulesRoutes } from "./pages/rules.ts";
import { senderRoutes } from "./pages/senders.ts";
import { settingsRoutes } from "./pages/settings.ts";
import { settingsAccessRoutes } from "./pages/settings-access.ts";
import { houseRoutes } from "./pages/settings-house.ts";
import { settingsSessionsRoutes } from "./pages/settings-sessions.ts";
import { signInRoutes } from "./pages/sign-in.ts";
import { signInHomeRoutes } from "./pages/sign-in-home.ts";
import { signalRoutes } from "./pages/signals.ts";
import { tuningRoutes } from "./pages/tuning.ts";
import { undoRoutes } from "./pages/undo.ts";

export const routes: readonly Route[] = [
  ...nowRoutes,
  ...senderRoutes,
  ...hostRoutes,
  ...signalRoutes,
  ...tuningRoutes,
  ...auditRoutes,
  ...casesRoutes,
  ...caseNotesRoutes,
  ...caseRoutes,
  ...deliveryRoutes,
  ...undoRoutes,
  // Before what `:rule` would take for a rule's name.
  ...ruleNewRoutes,
  ...ruleProposeRoutes,
  ...rulesRoutes,
  ...ruleRoutes,
  ...settingsRoutes,
  ...notificationRoutes,
  ...houseRoutes,
  ...mineRoutes,
  ...appealsRoutes,
  ...appealRoutes,
  ...signInRoutes,
  ...signInHomeRoutes,
  ...settingsSessionsRoutes,
  ...settingsAccessRoutes,
];
