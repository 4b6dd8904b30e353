-- The journal: what was accepted, what happened since, and who goes on with it.
-- Every unique key begins with the tenant. Ids, types and sources come from outside: they stand in
-- the bodies as they are, and here as digests, which no length and no character can trouble.

create sequence epoch;

-- A row for each router that lives, or has died lately. Routers serve all tenants.
create table router (
  name text collate "C" primary key,
  epoch bigint not null unique,
  expires_at timestamptz not null
);

-- Plans with the manifests that they hold, each stored once, by the digest of its bytes.
create table plan (
  tenant text collate "C" not null,
  id uuid not null,
  functions varchar[] not null,
  body bytea not null,
  primary key (tenant, id)
);

-- What began: a run with its first events, written once. The columns beside the body are for finding it.
create table run (
  tenant text collate "C" not null,
  id text collate "C" not null,
  event_key uuid, -- digest of source and id; null once the event may come again
  began_at timestamptz not null, -- by the router's clock
  accepted_at timestamptz not null default now(), -- by the database's
  plan uuid not null,
  type_digest bigint not null,
  source_digest bigint not null,
  event_id_digest bigint not null,
  subject_digest bigint,
  root text collate "C" not null,
  parent text collate "C",
  events integer not null,
  state text collate "C", -- of a run that ended as it began
  ended_at timestamptz,
  body bytea not null,
  primary key (tenant, id)
);
create unique index run_event_key on run (tenant, event_key);
create index run_began on run (tenant, began_at);
create index run_parent on run (tenant, parent, began_at) where parent is not null;
create index run_root on run (tenant, root, began_at) where parent is not null;
-- Costs an insert next to nothing, and leaves most of the table out of a search.
create index run_terms on run using brin (
  type_digest int8_bloom_ops (n_distinct_per_range = 64),
  source_digest int8_bloom_ops (n_distinct_per_range = 128),
  event_id_digest int8_bloom_ops (n_distinct_per_range = 400),
  subject_digest int8_bloom_ops (n_distinct_per_range = 400)
) with (pages_per_range = 16, autosummarize = on);

-- What happened next: the events of one append, written once.
create table run_record (
  tenant text collate "C" not null,
  run text collate "C" not null,
  position integer not null, -- of its first event in the run
  events integer not null,
  state text collate "C", -- of a run that is over, in the record that ended it
  ended_at timestamptz,
  body bytea not null,
  primary key (tenant, run, position)
);
create index run_record_unhappy on run_record (tenant, state, ended_at)
  where state in ('failed', 'cancelled');

-- The runs that go on, each of one owner: a router's epoch. The only rows that come and go.
create table open_run (
  tenant text collate "C" not null,
  owner bigint not null,
  run text collate "C" not null,
  version integer not null -- how many events are written
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 20000);
create index open_run_owner on open_run (owner, tenant, run);

-- Bodies are small, or compressed by whoever made them.
alter table plan alter column body set storage external;
alter table run alter column body set storage external;
alter table run_record alter column body set storage external;

-- Versions of functions and chains, only added to, and one number for all of them.
create table manifest_set (
  tenant text collate "C" primary key,
  revision bigint not null
);
create table manifest_version (
  tenant text collate "C" not null,
  name text collate "C" not null,
  number integer not null,
  source text collate "C" not null,
  patient boolean not null,
  document text collate "C", -- null: removed
  revision bigint not null,
  primary key (tenant, name, number)
);
insert into manifest_set (tenant, revision) values ('default', 0);
