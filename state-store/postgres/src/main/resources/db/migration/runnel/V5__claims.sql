-- How often the run was taken over since it began, or was opened again. What a run does that was taken
-- over more than once may be what ends routers.
alter table open_run add column claims integer not null default 0;
