-- What functions keep by key. Changes come in groups, each one call of a function of this schema, and
-- one commit: the function goes through them in one order for all groups, and locks what it looks at,
-- so that each change sees those before it, and no two groups wait for each other.

create sequence entry_version;

create table entry (
  tenant text collate "C" not null,
  capability text collate "C" not null,
  key text collate "C" not null,
  version bigint not null, -- from a sequence: no key ever has a number again
  content_type text collate "C",
  body bytea not null,
  expires_at timestamptz,
  changed_at timestamptz not null,
  primary key (tenant, capability, key)
);
create index entry_expires on entry (tenant, expires_at) where expires_at is not null;
-- Bodies are small, or compressed by whoever made them.
alter table entry alter column body set storage external;

-- How much each capability keeps of each kind, in shares that are to be added up. A lane changes its
-- own share only, in the commit of the change: one row would make all writers wait for each other.
create table usage_share (
  tenant text collate "C" not null,
  kind text collate "C" not null, -- entry, lease, counter, operation
  capability text collate "C" not null,
  share integer not null,
  amount bigint not null,
  bytes bigint not null,
  primary key (tenant, kind, capability, share)
);

-- What a change is answered. Each kind uses some of it.
create type change_answer as (outcome text, number bigint, holder text, until timestamptz);

-- The last group of each lane, by which one is known again that a broken connection left in doubt.
create table lane (
  tenant text collate "C" not null,
  id uuid not null,
  number bigint not null,
  answers change_answer[] not null,
  seen_at timestamptz not null,
  primary key (tenant, id)
);

-- The answers of the group, where it is written already; null: it is to be written now. Whoever
-- asks keeps others out who bring the same group, until its commit.
create function known_answers(of_tenant text, of_lane uuid, of_number bigint)
returns change_answer[] language plpgsql as $$
declare
  last lane%rowtype;
begin
  select * into last from lane where tenant = of_tenant and id = of_lane for update;
  if not found then
    insert into lane (tenant, id, number, answers, seen_at)
      values (of_tenant, of_lane, 0, '{}', now()) on conflict do nothing;
    select * into strict last from lane where tenant = of_tenant and id = of_lane for update;
  end if;
  if last.number > of_number then
    raise exception 'group % of lane % comes after group %', of_number, of_lane, last.number
      using errcode = 'object_not_in_prerequisite_state';
  end if;
  return case when last.number = of_number then last.answers end;
end $$;

create function keep_answers(
  of_tenant text, of_lane uuid, of_number bigint, all_answers change_answer[])
returns void language sql as $$
  update lane set number = of_number, answers = all_answers, seen_at = now()
  where tenant = of_tenant and id = of_lane;
$$;

create function usage_of(
  of_tenant text, of_kind text, of_capability text, out amount bigint, out bytes bigint)
language sql stable as $$
  select coalesce(sum(u.amount), 0)::bigint, coalesce(sum(u.bytes), 0)::bigint from usage_share u
  where u.tenant = of_tenant and u.kind = of_kind and u.capability = of_capability;
$$;

create function add_usage(
  of_tenant text, of_kind text, of_capability text, of_share integer, more bigint, more_bytes bigint)
returns void language sql as $$
  insert into usage_share as u (tenant, kind, capability, share, amount, bytes)
  select of_tenant, of_kind, of_capability, of_share, more, more_bytes
  where more <> 0 or more_bytes <> 0
  on conflict (tenant, kind, capability, share)
  do update set amount = u.amount + excluded.amount, bytes = u.bytes + excluded.bytes;
$$;

-- Writes or removes one entry.
--   expected: null: whatever stands there; 0: nothing; -1: something; else that version
--   body: null: it is to be removed
--   life: milliseconds; null: for ever
--   room, room_bytes: how much more the capability may have
--   number: of the version that was written or removed, or that conflicts
create function write_entry(
  of_tenant text, of_capability text, of_key text, expected bigint, new_type text, new_body bytea,
  life bigint, room bigint, room_bytes bigint,
  out outcome text, out number bigint, out more bigint, out more_bytes bigint)
language plpgsql as $$
declare
  old record;
  stands boolean; -- expired or not
  expiry timestamptz;
  fresh bigint;
begin
  for try in 1..10 loop
    more := 0;
    more_bytes := 0;
    select e.version, octet_length(e.body) as size,
      coalesce(e.expires_at > clock_timestamp(), true) as alive
      into old from entry e
      where e.tenant = of_tenant and e.capability = of_capability and e.key = of_key for update;
    stands := found;
    number := case when stands and old.alive then old.version end;
    if not coalesce(
        case expected when -1 then number is not null else expected = coalesce(number, 0) end,
        true) then
      outcome := 'conflict';
      return;
    end if;
    if new_body is null then
      delete from entry e
        where e.tenant = of_tenant and e.capability = of_capability and e.key = of_key;
      if stands then
        more := -1;
        more_bytes := -old.size;
      end if;
      outcome := 'removed';
      return;
    end if;
    more_bytes := octet_length(new_body) - case when stands then old.size else 0 end;
    if not stands and room < 1 or more_bytes > 0 and more_bytes > room_bytes then
      outcome := case when not stands and room < 1 then 'keys' else 'bytes' end;
      more_bytes := 0;
      return;
    end if;
    outcome := case when number is null then 'created' else 'written' end;
    fresh := nextval('entry_version');
    expiry := clock_timestamp() + life * interval '1 millisecond';
    if stands then
      update entry e set version = fresh, content_type = new_type, body = new_body,
          expires_at = expiry, changed_at = clock_timestamp()
        where e.tenant = of_tenant and e.capability = of_capability and e.key = of_key;
    else
      more := 1;
      insert into entry (tenant, capability, key, version, content_type, body, expires_at, changed_at)
        values (of_tenant, of_capability, of_key, fresh, new_type, new_body, expiry, clock_timestamp())
        on conflict do nothing;
    end if;
    if found then
      number := fresh;
      return;
    end if;
    -- Another group was faster, and is committed by now: looked at once more.
  end loop;
  raise exception 'a key comes and goes all the time' using errcode = 'serialization_failure';
end $$;

-- Writes a group of changes of entries, and answers each, in the order in which they are given.
-- Leases that fences name are locked first: they stay whose they are until the commit.
--   of_share: that of the lane
--   most, most_bytes: of one capability
create function write_entries(
  of_tenant text, of_lane uuid, of_number bigint, of_share integer, most bigint, most_bytes bigint,
  capabilities text[], keys text[], expectations bigint[], types text[], bodies bytea[], lives bigint[],
  fences text[], tokens bigint[])
returns setof change_answer language plpgsql as $$
declare
  answers change_answer[] := known_answers(of_tenant, of_lane, of_number);
  op record;
  done record;
  used record;
  now_at text; -- the capability
  more bigint := 0;
  more_bytes bigint := 0;
  last_token bigint;
begin
  if answers is not null then
    return query select * from unnest(answers);
    return;
  end if;
  for op in
    select distinct o.capability collate "C" as capability, o.fence collate "C" as fence
    from unnest(capabilities, fences) as o (capability, fence)
    where o.fence is not null order by 1, 2
  loop
    perform from lease l
      where l.tenant = of_tenant and l.capability = op.capability and l.name = op.fence for share;
  end loop;
  for op in
    select * from unnest(capabilities, keys, expectations, types, bodies, lives, fences, tokens)
      with ordinality
      as o (capability, key, expected, type, body, life, fence, token, place)
    order by o.capability collate "C", o.key collate "C", o.place
  loop
    if op.capability is distinct from now_at then
      perform add_usage(of_tenant, 'entry', now_at, of_share, more, more_bytes);
      used := usage_of(of_tenant, 'entry', op.capability);
      now_at := op.capability;
      more := 0;
      more_bytes := 0;
    end if;
    last_token := null;
    if op.fence is not null then
      select l.token into last_token from lease l
        where l.tenant = of_tenant and l.capability = op.capability and l.name = op.fence;
    end if;
    if op.fence is not null and last_token is distinct from op.token then
      answers[op.place] := row('fenced', coalesce(last_token, 0), null, null)::change_answer;
    else
      done := write_entry(of_tenant, op.capability, op.key, op.expected, op.type, op.body, op.life,
        most - used.amount - more, most_bytes - used.bytes - more_bytes);
      more := more + done.more;
      more_bytes := more_bytes + done.more_bytes;
      answers[op.place] := row(done.outcome,
        case done.outcome when 'keys' then used.amount + more
          when 'bytes' then used.bytes + more_bytes else done.number end,
        null, null)::change_answer;
    end if;
  end loop;
  perform add_usage(of_tenant, 'entry', now_at, of_share, more, more_bytes);
  perform keep_answers(of_tenant, of_lane, of_number, answers);
  return query select * from unnest(answers);
end $$;
