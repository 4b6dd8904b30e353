-- Leases, counters, and what was added to these lately.

create sequence lease_token;

create table lease (
  tenant text collate "C" not null,
  capability text collate "C" not null,
  name text collate "C" not null,
  holder text collate "C" not null, -- the last one
  token bigint not null, -- from a sequence: also a name that was forgotten gets a higher one
  held_until timestamptz not null,
  primary key (tenant, capability, name)
) with (fillfactor = 70);

create table counter (
  tenant text collate "C" not null,
  capability text collate "C" not null,
  name text collate "C" not null,
  value bigint not null,
  primary key (tenant, capability, name)
) with (fillfactor = 70);

create table counted (
  tenant text collate "C" not null,
  capability text collate "C" not null,
  name text collate "C" not null, -- of the counter
  operation uuid not null, -- digest of its name
  value bigint not null, -- as it was answered
  at timestamptz not null,
  primary key (tenant, capability, name, operation)
);
create index counted_at on counted (tenant, capability, at);

-- Acquires, renews or releases one lease.
--   new_holder: null: who has the token keeps it, or gives it back
--   life: milliseconds; 0: it is given back
--   room: how many more names the capability may have
create function change_lease(
  of_tenant text, of_capability text, of_name text, new_holder text, of_token bigint, life bigint,
  room bigint, out answer change_answer, out more bigint)
language plpgsql as $$
declare
  old lease%rowtype;
  moment timestamptz;
  stands boolean;
  is_held boolean;
begin
  more := 0;
  for try in 1..10 loop
    select * into old from lease l
      where l.tenant = of_tenant and l.capability = of_capability and l.name = of_name for update;
    stands := found;
    moment := clock_timestamp();
    is_held := stands and old.held_until > moment;
    if new_holder is null and not (is_held and old.token = of_token) then
      answer := row('lost', null, null, null)::change_answer;
      return;
    elsif is_held and old.holder <> new_holder then
      answer := row('other', old.token, old.holder, old.held_until)::change_answer;
      return;
    elsif not stands and room < 1 then
      answer := row('leases', null, null, null)::change_answer;
      return;
    end if;
    old.token := case when is_held then old.token else nextval('lease_token') end;
    old.held_until := moment + life * interval '1 millisecond';
    answer := row('held', old.token, null, old.held_until)::change_answer;
    if stands then
      update lease l set holder = coalesce(new_holder, l.holder), token = old.token,
          held_until = old.held_until
        where l.tenant = of_tenant and l.capability = of_capability and l.name = of_name;
      return;
    end if;
    insert into lease (tenant, capability, name, holder, token, held_until)
      values (of_tenant, of_capability, of_name, new_holder, old.token, old.held_until)
      on conflict do nothing;
    if found then
      more := 1;
      return;
    end if;
    -- Another group was faster, and is committed by now: looked at once more.
  end loop;
  raise exception 'a lease comes and goes all the time' using errcode = 'serialization_failure';
end $$;

-- Changes a group of leases, and answers each, in the order in which they are given.
create function change_leases(
  of_tenant text, of_lane uuid, of_number bigint, of_share integer, most bigint,
  capabilities text[], names text[], holders text[], tokens bigint[], lives bigint[])
returns setof change_answer language plpgsql as $$
declare
  answers change_answer[] := known_answers(of_tenant, of_lane, of_number);
  op record;
  done record;
  used record;
  now_at text; -- the capability
  more bigint := 0;
begin
  if answers is not null then
    return query select * from unnest(answers);
    return;
  end if;
  for op in
    select * from unnest(capabilities, names, holders, tokens, lives) with ordinality
      as o (capability, name, holder, token, life, place)
    order by o.capability collate "C", o.name collate "C", o.place
  loop
    if op.capability is distinct from now_at then
      perform add_usage(of_tenant, 'lease', now_at, of_share, more, 0);
      used := usage_of(of_tenant, 'lease', op.capability);
      now_at := op.capability;
      more := 0;
    end if;
    done := change_lease(of_tenant, op.capability, op.name, op.holder, op.token, op.life,
      most - used.amount - more);
    more := more + done.more;
    answers[op.place] := done.answer;
    if (done.answer).outcome = 'leases' then
      answers[op.place] := row('leases', used.amount + more, null, null)::change_answer;
    end if;
  end loop;
  perform add_usage(of_tenant, 'lease', now_at, of_share, more, 0);
  perform keep_answers(of_tenant, of_lane, of_number, answers);
  return query select * from unnest(answers);
end $$;

-- Makes the additions to one counter, one after the other.
--   deltas: null: the counter is removed
--   room, room_operations: how many more of them the capability may have
create function change_counter(
  of_tenant text, of_capability text, of_name text, deltas bigint[], operations uuid[],
  room bigint, room_operations bigint,
  out outcomes text[], out numbers bigint[], out more bigint, out more_operations bigint)
language plpgsql as $$
declare
  before bigint; -- null: not there
  after bigint;
  made bigint;
begin
  outcomes := '{}';
  numbers := '{}';
  more_operations := 0;
  -- Whoever adds to it waits here for those before, whether it is there or not.
  perform pg_advisory_xact_lock(
    hashtextextended(of_tenant || '/' || of_capability || '/' || of_name, 7));
  select c.value into before from counter c
    where c.tenant = of_tenant and c.capability = of_capability and c.name = of_name;
  after := before;
  for i in 1..cardinality(deltas) loop
    made := null;
    if operations[i] is not null then
      select o.value into made from counted o
        where o.tenant = of_tenant and o.capability = of_capability and o.name = of_name
          and o.operation = operations[i];
    end if;
    numbers[i] := coalesce(made, after);
    if made is not null then
      outcomes[i] := 'added';
    elsif deltas[i] is null then
      outcomes[i] := 'removed';
      after := null;
    elsif after is null and room < 1 and before is null then
      outcomes[i] := 'counters';
    elsif operations[i] is not null and room_operations - more_operations < 1 then
      outcomes[i] := 'operations';
    elsif deltas[i] > 0 and after > 9223372036854775807 - deltas[i]
        or deltas[i] < 0 and after < -9223372036854775807 - 1 - deltas[i] then
      outcomes[i] := 'overflow';
    else
      after := coalesce(after, 0) + deltas[i];
      outcomes[i] := 'added';
      numbers[i] := after;
      if operations[i] is not null then
        more_operations := more_operations + 1;
        insert into counted (tenant, capability, name, operation, value, at)
          values (of_tenant, of_capability, of_name, operations[i], after, clock_timestamp());
      end if;
    end if;
  end loop;
  more := (after is not null)::int - (before is not null)::int;
  if after is null then
    delete from counter c
      where c.tenant = of_tenant and c.capability = of_capability and c.name = of_name;
  else
    insert into counter as c (tenant, capability, name, value)
      values (of_tenant, of_capability, of_name, after)
      on conflict (tenant, capability, name) do update set value = excluded.value
      where c.value <> excluded.value;
  end if;
end $$;

-- Forgets operations of a capability that are old enough, some at a time: twice as many as may come
-- anew, so that they never pile up. Answers how many.
create function forget_operations(of_tenant text, of_capability text, most bigint, age bigint)
returns bigint language plpgsql as $$
declare
  gone bigint;
begin
  delete from counted where ctid = any (array(
    select c.ctid from counted c
    where c.tenant = of_tenant and c.capability = of_capability and c.at < now() - age * interval '1 second'
    order by c.at limit most for update skip locked));
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Changes a group of counters, and answers each change, in the order in which they are given.
--   age: seconds after which an operation may be forgotten
create function change_counters(
  of_tenant text, of_lane uuid, of_number bigint, of_share integer, most bigint,
  most_operations bigint, age bigint,
  capabilities text[], names text[], deltas bigint[], operations uuid[])
returns setof change_answer language plpgsql as $$
declare
  answers change_answer[] := known_answers(of_tenant, of_lane, of_number);
  op record;
  done record;
  used bigint;
  used_operations bigint;
  now_at text; -- the capability
  more bigint := 0;
  more_operations bigint := 0;
begin
  if answers is not null then
    return query select * from unnest(answers);
    return;
  end if;
  for op in
    select o.capability collate "C" as capability, o.name collate "C" as name,
      array_agg(o.delta order by o.place) as deltas,
      array_agg(o.operation order by o.place) as operations,
      array_agg(o.place order by o.place) as places,
      count(o.operation) as named
    from unnest(capabilities, names, deltas, operations) with ordinality
      as o (capability, name, delta, operation, place)
    group by 1, 2 order by 1, 2
  loop
    if op.capability is distinct from now_at then
      perform add_usage(of_tenant, 'counter', now_at, of_share, more, 0);
      perform add_usage(of_tenant, 'operation', now_at, of_share, more_operations, 0);
      used := (usage_of(of_tenant, 'counter', op.capability)).amount;
      used_operations := (usage_of(of_tenant, 'operation', op.capability)).amount;
      now_at := op.capability;
      more := 0;
      more_operations := 0;
    end if;
    if op.named > 0 then
      more_operations := more_operations
        - forget_operations(of_tenant, op.capability, 2 * op.named, age);
    end if;
    done := change_counter(of_tenant, op.capability, op.name, op.deltas, op.operations,
      most - used - more, most_operations - used_operations - more_operations);
    more := more + done.more;
    more_operations := more_operations + done.more_operations;
    for i in 1..cardinality(op.places) loop
      answers[op.places[i]] := row(done.outcomes[i],
        case done.outcomes[i] when 'counters' then used + more
          when 'operations' then used_operations + more_operations else done.numbers[i] end,
        null, null)::change_answer;
    end loop;
  end loop;
  perform add_usage(of_tenant, 'counter', now_at, of_share, more, 0);
  perform add_usage(of_tenant, 'operation', now_at, of_share, more_operations, 0);
  perform keep_answers(of_tenant, of_lane, of_number, answers);
  return query select * from unnest(answers);
end $$;
