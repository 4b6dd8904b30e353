package dev.runnel.postgres.append;

import dev.runnel.postgres.group.GroupSql;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Which parts the statement of a group has: one that holds nothing that its group does not need is
 * set up faster, which matters where groups are small.
 *
 * @param goesOn whether runs get events and go on
 * @param ends whether runs get events that end them
 * @param begins whether runs begin
 * @param further whether dead letters or places in lines change, too; then it has all the others
 */
record Shape(boolean goesOn, boolean ends, boolean begins, boolean further) implements GroupSql {

  static final Shape WHOLE = new Shape(true, true, true, true);

  private static final String FOUND =
      """
      , a as materialized (
        select * from unnest(?::text[], ?::int[], ?::int[], ?::text[], ?::timestamptz[], ?::bytea[])
          as a (run, written, events, state, ended_at, body)),
      found as materialized (
        select a.*, open.place from a, lateral (
          select ctid as place from open_run
          where owner = $2 and tenant = $1 and run = a.run collate "C" and version = a.written
          offset 0) open
        where exists (select from member))
      """;
  private static final String WENT_ON =
      """
      , went_on as (
        update open_run
        set version = (select written + events from found where place = open_run.ctid)
        where ctid = any (array(select place from found where state is null)) and owner + 0 = $2
        returning run)
      """;
  private static final String ENDED =
      """
      , ended as (
        delete from open_run
        where ctid = any (array(select place from found where state is not null))
          and owner + 0 = $2
        returning run)
      """;
  private static final String NONE = "select null::text where false";

  private static final Pattern PARAMETER = Pattern.compile("\\?");

  /** Of the tenant and of the owner, which all parts name. */
  private static final int SHARED_PARAMETERS = 2;

  /** What this group needs. */
  static Shape of(List<Call> group) {
    if (LetterChanges.areIn(group) || Placements.areIn(group)) {
      return WHOLE;
    }
    boolean goesOn = false;
    boolean ends = false;
    boolean begins = false;
    for (Call call : group) {
      if (call.appending != null) {
        goesOn |= call.appending.ending() == null;
        ends |= call.appending.ending() != null;
      }
      begins |= !call.beginnings.isEmpty();
    }
    return new Shape(goesOn, ends, begins, false);
  }

  /** Whether runs get events. */
  boolean appends() {
    return goesOn || ends;
  }

  /** The statement; its parameters are those that {@link GroupStatement#parameters} gives. */
  @Override
  public String sql() {
    var sql = new StringBuilder(member());
    if (appends()) {
      sql.append(FOUND);
      sql.append(goesOn ? WENT_ON : "");
      sql.append(ends ? ENDED : "");
      sql.append(appended());
    }
    if (begins) {
      sql.append(begun());
    }
    if (further) {
      sql.append(LetterChanges.CHANGED).append(Placements.CHANGED);
    }
    return numbered(sql.append(answer()).toString());
  }

  private String member() {
    return "with member as materialized (select from router where epoch = $2 %s)\n"
        .formatted(further ? Placements.LOCKED : "");
  }

  private String appended() {
    return """
      , appended as (
        insert into run_record (tenant, run, position, events, state, ended_at, body)
        select $1, run, written, events, state, ended_at, body from found
        where run in (%s)
        returning run)
      """
        .formatted(changed());
  }

  /** Open runs that are as their callers think, and have been changed. */
  private String changed() {
    String wentOn = goesOn ? "select run from went_on" : NONE;
    String ended = ends ? "select run from ended" : NONE;
    return goesOn && ends ? wentOn + " union all " + ended : goesOn ? wentOn : ended;
  }

  private String begun() {
    return """
      , begun as (
        insert into run (tenant, id, event_key, began_at, plan, type_digest, source_digest,
          event_id_digest, subject_digest, root, parent, events, state, ended_at, body)
        select $1, id, event_key, began_at, plan, type_digest, source_digest,
          event_id_digest, subject_digest, root, parent, events, state, ended_at, body
        from unnest(?::text[], ?::uuid[], ?::timestamptz[], ?::uuid[], ?::int8[], ?::int8[],
          ?::int8[], ?::int8[], ?::text[], ?::text[], ?::int[], ?::text[], ?::timestamptz[],
          ?::bytea[], ?::text[])
          as b (id, event_key, began_at, plan, type_digest, source_digest, event_id_digest,
            subject_digest, root, parent, events, state, ended_at, body, after)
        where exists (select from member) and (b.after is null %s)
        on conflict do nothing
        returning id, events, state),
      opened as (
        insert into open_run (tenant, owner, run, version)
        select $1, $2, id, events from begun where state is null)
      """
        .formatted(appends() ? "or b.after in (select run from appended)" : "");
  }

  private String answer() {
    return "select exists (select from member), array(%s), array(%s)"
        .formatted(
            begins ? "select id from begun" : NONE, appends() ? "select run from appended" : NONE);
  }

  private static String numbered(String sql) {
    var number = new int[] {SHARED_PARAMETERS};
    return PARAMETER.matcher(sql).replaceAll(_ -> "\\$" + ++number[0]);
  }
}
