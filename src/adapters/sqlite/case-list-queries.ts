// The list of cases, as queries over one index: however much is kept, no row of a verdict is read
// but those that are shown, or all where somebody asks for a symbol.

import { type Kysely, type RawBuilder, sql } from "kysely";
import { epochMs } from "../../base/units.ts";
import type { CampaignId } from "../../model/campaign.ts";
import {
  type CaseCounts,
  type CasePage,
  type CasePlace,
  type CaseQuery,
  type ListedCase,
  latelyMs,
} from "../../model/case-list.ts";
import type { Receipt } from "../../model/ids.ts";
import type { KeptState } from "../../model/kept.ts";
import { restOf } from "./case-queries.ts";
import { moment } from "./positions.ts";
import { summaryOf } from "./rows.ts";
import type { Tables } from "./tables.ts";

type Db = Kysely<Tables>;
type Condition = RawBuilder<unknown>;

/** Behind every moment that there is. */
const never = Number.MAX_SAFE_INTEGER;

interface GroupRow {
  readonly id: string;
  readonly campaign: string | null;
  readonly kept: number;
  readonly domains: number;
  readonly first_at: number;
  readonly last_at: number;
  readonly replay_at: number | null;
  readonly until: number | null;
  readonly lately: number;
}

export async function listCases(db: Db, page: CasePage): Promise<readonly ListedCase[]> {
  const { from, limit } = page;
  const beyond = from === undefined ? sql`1` : sql`${place} > ${placeOf(from)}`;
  const { rows } = await sql<GroupRow>`
    select * from (${groups(page, {})}) where ${beyond} order by ${order} limit ${limit}
  `.execute(db);
  const found: ListedCase[] = [];
  for (const row of rows) found.push(await listed(db, row, page));
  return found;
}

export async function countCases(
  db: Db,
  query: CaseQuery,
  sets: Readonly<Record<string, readonly string[]>>,
): Promise<CaseCounts> {
  const names = Object.keys(sets);
  const flags: Record<string, Condition> = {};
  for (const [index, name] of names.entries()) flags[`set_${index}`] = isNamed(sets[name] ?? []);
  for (const state of query.states) flags[`state_${state}`] = sql`state = ${state}`;
  const sums = Object.keys(flags).map((flag) => sql`sum(${sql.ref(flag)}) as ${sql.ref(flag)}`);
  const { rows } = await sql<Record<string, number | null>>`
    select ${sql.join([sql`count(*) as "all"`, sql`sum(kept > 1) as waves`, ...sums])}
    from (${groups(query, flags)})
  `.execute(db);
  const counted = (name: string): number => rows[0]?.[name] ?? 0;
  const states = query.states.map((state) => [state, counted(`state_${state}`)] as const);
  return {
    all: counted("all"),
    waves: counted("waves"),
    states: Object.fromEntries(states.filter(([, count]) => count > 0)),
    of: Object.fromEntries(names.map((name, index) => [name, counted(`set_${index}`)])),
  };
}

/** One row a case; `flags`: whether any delivery of it is so. */
function groups(query: CaseQuery, flags: Readonly<Record<string, Condition>>) {
  const { states, asOf, shape, since, without = [] } = query;
  const told = Object.entries(flags).map(
    ([name, condition]) => sql`max(${condition}) as ${sql.ref(name)}`,
  );
  const having = [sql`max(${isAskedFor(query)})`];
  if (shape !== undefined) having.push(shape === "wave" ? sql`count(*) > 1` : sql`count(*) = 1`);
  if (since !== undefined) having.push(sql`max(arrived_at) > ${since}`);
  if (without.length > 0) having.push(sql`not max(${isNamed(without)})`);
  const columns = [
    sql`case when count(*) > 1 then campaign else min(receipt) end as id`,
    sql`case when count(*) > 1 then campaign end as campaign`,
    sql`count(*) as kept`,
    sql`count(distinct domain) as domains`,
    sql`min(arrived_at) as first_at`,
    sql`max(arrived_at) as last_at`,
    sql`min(case when replay_until > ${asOf} then replay_until end) as replay_at`,
    sql`min(case when open_until > ${asOf} then open_until end) as until`,
    sql`sum(arrived_at > ${asOf - latelyMs}) as lately`,
    ...told,
  ];
  return sql`
    select ${sql.join(columns)} from kept
    where state in (${sql.join(states)}) and arrived_at <= ${asOf}
    group by coalesce(campaign, receipt)
    having ${sql.join(having, sql` and `)}
  `;
}

function isAskedFor({ symbol, host, text, only }: CaseQuery): Condition {
  const all: Condition[] = [];
  if (only !== undefined) all.push(isNamed(only));
  if (host !== undefined) all.push(sql`(domain = ${host} or instr(sender, ${`://${host}/`}) > 0)`);
  if (text !== undefined) all.push(contains(text));
  if (symbol !== undefined)
    all.push(sql`instr(verdict, ${`"symbol":${JSON.stringify(symbol)}`}) > 0`);
  return all.length === 0 ? sql`1` : sql`(${sql.join(all, sql` and `)})`;
}

function contains(text: string): Condition {
  const sought = text.toLowerCase();
  const places = ["sender", "domain", "receipt", "campaign"].map(
    (column) => sql`instr(lower(coalesce(${sql.ref(column)}, '')), ${sought}) > 0`,
  );
  return sql`(${sql.join(places, sql` or `)})`;
}

function isNamed(ids: readonly string[]): Condition {
  if (ids.length === 0) return sql`0`;
  const those = sql`(select value from json_each(${JSON.stringify(ids)}))`;
  return sql`(receipt in ${those} or coalesce(campaign in ${those}, 0))`;
}

const order = sql`coalesce(until, ${sql.lit(never)}), lately desc, kept desc, id`;
const place = sql`(coalesce(until, ${sql.lit(never)}), -lately, -kept, id)`;

function placeOf({ until, lately, kept, id }: CasePlace) {
  return sql`(${until ?? never}, ${-lately}, ${-kept}, ${id})`;
}

async function listed(db: Db, row: GroupRow, { states }: CasePage): Promise<ListedCase> {
  const { kept, lately, domains } = row;
  const where = { until: moment(row.until), lately, kept };
  if (row.campaign === null) {
    const receipt = row.id as Receipt;
    const its = db.selectFrom("kept").selectAll().where("receipt", "=", receipt);
    const delivery = summaryOf(await its.executeTakeFirstOrThrow());
    return { ...where, id: receipt, kind: "single", delivery };
  }
  const campaign = row.campaign as CampaignId;
  const times = { firstAt: epochMs(row.first_at), lastAt: epochMs(row.last_at) };
  const rest = await restOf(db, campaign, states as readonly KeptState[]);
  const nextReplayUntil = moment(row.replay_at);
  const found = { campaign, kept, domains, ...times, nextReplayUntil, ...rest };
  return { ...where, id: campaign, kind: "case", found };
}
