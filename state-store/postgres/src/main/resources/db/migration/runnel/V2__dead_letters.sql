-- Steps that failed for good and that nobody has taken up: what follows from the runs' events, to
-- find them by. Written in the commit of the events; made anew from them at any time. A run that
-- has one is not to be forgotten.
create table dead_letter (
  tenant text collate "C" not null,
  run text collate "C" not null,
  position integer not null, -- in the run, of the event that says so, from 1
  step text collate "C" not null,
  function text collate "C" not null,
  type_digest bigint not null, -- of the event that began the run
  code_digest bigint not null,
  failed_at timestamptz not null, -- by the router's clock
  primary key (tenant, run, position)
);
create index dead_letter_failed on dead_letter (tenant, failed_at, run, position);
create index dead_letter_function on dead_letter (tenant, function, failed_at);
