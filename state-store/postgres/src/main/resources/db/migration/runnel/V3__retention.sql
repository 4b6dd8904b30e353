-- What is left of a run when it has been over for a while. A table of its own, so that the one that
-- runs begin in stays as small as what is hot.
create table run_brief (
  tenant text collate "C" not null,
  id text collate "C" not null,
  began_at timestamptz not null,
  plan uuid not null,
  type_digest bigint not null,
  source_digest bigint not null,
  event_id_digest bigint not null,
  subject_digest bigint,
  root text collate "C" not null,
  parent text collate "C",
  state text collate "C" not null,
  ended_at timestamptz not null,
  body bytea not null, -- how it began, without the event's data
  primary key (tenant, id)
);
create index run_brief_began on run_brief (tenant, began_at);
create index run_brief_ended on run_brief (tenant, ended_at);
create index run_brief_parent on run_brief (tenant, parent, began_at) where parent is not null;
create index run_brief_root on run_brief (tenant, root, began_at) where parent is not null;
create index run_brief_plan on run_brief (tenant, plan);
create index run_brief_terms on run_brief using brin (
  type_digest int8_bloom_ops (n_distinct_per_range = 64),
  source_digest int8_bloom_ops (n_distinct_per_range = 128),
  event_id_digest int8_bloom_ops (n_distinct_per_range = 400),
  subject_digest int8_bloom_ops (n_distinct_per_range = 400)
) with (pages_per_range = 16, autosummarize = on);
alter table run_brief alter column body set storage external;

-- All runs, as those see them who look for some.
create view known_run as
  select tenant, id, began_at, plan, type_digest, source_digest, event_id_digest, subject_digest,
    root, parent, state, ended_at, body, false as compacted
  from run
  union all
  select tenant, id, began_at, plan, type_digest, source_digest, event_id_digest, subject_digest,
    root, parent, state, ended_at, body, true
  from run_brief;

-- When a router last said that it is about to use the plan, or it was found in use.
alter table plan add column seen_at timestamptz not null default now();
-- Leaves most of the table out when a plan's runs are looked for, and costs an insert next to nothing.
create index run_plan on run using brin (plan uuid_bloom_ops (n_distinct_per_range = 32))
  with (pages_per_range = 16, autosummarize = on);
