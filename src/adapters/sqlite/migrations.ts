// How a file comes to have the ledger's tables, whichever version wrote it.

import { chronicleTables } from "./chronicle-tables.ts";

/**
 * From an empty file to today's tables. The place in the list is the version a file has after
 * it (`user_version`): only ever add at the end.
 */
export const migrations: readonly string[] = [
  `
  create table kept (
    seq integer primary key,
    receipt text not null unique,
    repeat_key text not null unique,
    state text not null,
    claimed_from text,
    due_at integer,
    since integer not null,
    attempts integer not null,
    ruled_by text,
    arrived_at integer not null,
    replay_until integer not null,
    sender text not null,
    activity_id text,
    object_id text,
    path text not null,
    client text not null,
    scheme text not null,
    authenticity text not null,
    verdict text not null,
    view_keys text not null,
    answer_status integer,
    answer_because text
  ) strict;
  create index kept_due on kept (due_at, seq) where due_at is not null;
  create index kept_newest on kept (state, arrived_at desc, seq desc);
  create index kept_since on kept (state, since);
  create index kept_sender on kept (sender);

  create table kept_bytes (
    seq integer not null references kept (seq) on delete cascade,
    whose text not null,
    headers text not null,
    body blob not null,
    primary key (seq, whose)
  ) strict;

  create table rules (
    kind text not null,
    subject text not null,
    decision text not null,
    made_by text not null,
    why text not null,
    made_at integer not null,
    expires_at integer,
    primary key (kind, subject)
  ) strict;

  create table settings (name text primary key, value text not null) strict;

  create table documents (
    seq integer primary key,
    url text not null unique,
    fetched_at integer not null,
    kind text not null,
    content text not null
  ) strict;
  `,
  `
  alter table kept add column signer text;
  update kept set signer = sender where authenticity ->> 'kind' = 'proven';
  drop index kept_sender;
  create index kept_signer on kept (signer);
  `,
  chronicleTables,
  `
  alter table kept add column later_ways text not null default '[]';
  alter table kept add column tried_by text;
  `,
  // What was kept before this has no siblings, and nothing waits behind it.
  `
  alter table kept add column sibling_key text not null default '';
  alter table kept add column behind text;
  alter table kept add column eldest text;
  update kept set sibling_key = repeat_key;
  create index kept_sibling on kept (sibling_key, seq);
  create index kept_behind on kept (behind, seq) where behind is not null;
  create index kept_object on kept (sender, object_id);
  create index kept_activity on kept (sender, activity_id);
  `,
  // What was kept before this counts in all, and under nobody's name.
  `
  alter table kept add column domain text;
  alter table kept add column block text;
  alter table kept add column view text;
  alter table kept add column bytes integer not null default 0;
  update kept set bytes = coalesce((
    select length(body) + length(headers) from kept_bytes
    where kept_bytes.seq = kept.seq and whose = 'sender'
  ), 0);
  create index kept_usage on kept (domain, block, view, state, bytes);
  `,
  `
  create table errands (
    kind text not null,
    actor text not null,
    answer text,
    primary key (kind, actor)
  ) strict, without rowid;
  `,
  `
  alter table kept add column author text;
  create index kept_author on kept (author) where author is not null;
  `,
  `
  create table reports (
    day integer not null,
    subjects text not null,
    count integer not null,
    domains text not null,
    first_at integer not null,
    last_at integer not null,
    primary key (day, subjects)
  ) strict;
  create index reports_last on reports (last_at);
  `,
  `
  create table rulings (
    number integer primary key autoincrement,
    receipt text not null,
    ruling text not null,
    by text not null,
    at integer not null,
    sender text
  ) strict;
  `,
  `
  alter table kept add column campaign text;
  alter table kept add column recipients text not null default '[]';
  create index kept_campaign on kept (campaign, state) where campaign is not null;
  alter table rulings add column campaign text;
  create table campaigns (
    id text primary key,
    leads_to text,
    ruling text,
    ruled_by text,
    ruled_at integer,
    noted_at integer not null
  ) strict;
  `,
  `
  alter table decisions add column activity_id text;
  alter table decisions add column object_id text;
  create table recalls (
    receipt text primary key,
    campaign text not null,
    sender text not null,
    activity_id text,
    object_id text,
    recipients text not null,
    arrived_at integer not null,
    listed_at integer not null,
    recalled_at integer
  ) strict, without rowid;
  create index recalls_newest on recalls (campaign, arrived_at desc);
  create index recalls_sender on recalls (sender);
  `,
  `
  create table lessons (
    number integer primary key autoincrement,
    about text not null unique,
    label text not null,
    author text not null,
    sender text,
    source text not null,
    is_public integer not null,
    at integer not null,
    receipt text,
    aside integer not null,
    features blob not null
  ) strict;
  create index lessons_source on lessons (source, at);
  create index lessons_sender on lessons (sender) where sender is not null;
  `,
  `
  alter table decisions add column campaign text;
  alter table decisions add column last text;
  `,
  `
  create index kept_ruled on kept (arrived_at desc, seq desc) where ruled_by is not null;
  `,
  `
  create table own_records (
    number integer primary key autoincrement,
    kind text not null,
    id text not null,
    about text not null,
    at integer not null,
    value text not null,
    unique (kind, id)
  ) strict;
  create index own_records_newest on own_records (kind, number);
  create index own_records_about on own_records (kind, about, number);
  create index own_records_at on own_records (kind, at);
  `,
  // Deadlines as the list of cases sorts by them, and what it looks through.
  `
  alter table kept add column open_until integer;
  update kept set open_until = case
    when exists (
      select 1 from json_each(kept.later_ways) where json_extract(value, '$.rung') = 'own-proof'
    ) then (
      select json_extract(value, '$.until') from json_each(kept.later_ways)
      where json_extract(value, '$.rung') = 'own-proof' limit 1
    ) else replay_until end;
  create index kept_listed on kept
    (state, arrived_at, campaign, receipt, open_until, replay_until, domain, sender);
  `,
  `
  create index decisions_host on decisions (host, at);
  `,
];
