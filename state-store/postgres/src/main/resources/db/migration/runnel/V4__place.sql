-- The places of steps whose functions keep an order, each in a line: all steps of one function on
-- events with one value of its attribute. A row comes and goes with the step.
create sequence place_number;
create table place (
  tenant text collate "C" not null,
  line uuid not null, -- digest of function and value
  number bigint not null, -- given out while the line is locked, so that a lower one never comes later
  run text collate "C" not null,
  step text collate "C" not null,
  primary key (tenant, run, step, line)
);
create unique index place_line on place (tenant, line, number);
