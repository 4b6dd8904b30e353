package dev.runnel.faults.ledger;

import static java.util.stream.Collectors.groupingBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import dev.runnel.faults.ledger.Recorded.Happening;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What the database itself has of runs, whatever routers make of it: each write of each, looked
 * through for what only two owners can have written.
 */
public final class DatabaseBook {

  /** The first byte of all that is stored: the version of what follows, which is CBOR. */
  private static final byte VERSION = 1;

  private static final ObjectMapper CBOR = new ObjectMapper(new CBORFactory());

  private static final String WRITES =
      """
      select id, 0 as position, body from run where accepted_at >= ?
      union all
      select run, position, run_record.body from run_record
      join run on run.tenant = run_record.tenant and run.id = run_record.run
      where accepted_at >= ?
      order by id, position
      """;

  private DatabaseBook() {}

  /** What is wrong with the runs that have begun since then. */
  public static List<String> objections(Connection database, Instant since)
      throws SQLException, IOException {
    return writes(database, since).stream().collect(groupingBy(Recorded::run)).values().stream()
        .flatMap(run -> objections(run).stream())
        .toList();
  }

  /**
   * What is wrong with one run.
   *
   * @param writes all of it, by their positions
   */
  static List<String> objections(List<Recorded> writes) {
    var wrong = new ArrayList<String>();
    Set<String> fates = new HashSet<>();
    int position = 0;
    for (Recorded write : writes) {
      if (write.position() != position) {
        wrong.add(
            "%s has a write that follows %d events, and %d were there"
                .formatted(write.run(), write.position(), position));
      }
      position = write.position() + write.events().size();
      write.events().stream()
          .filter(event -> isDecidedBefore(event, fates))
          .forEach(event -> wrong.add("%s has twice %s".formatted(write.run(), event.fate())));
    }
    return wrong;
  }

  /**
   * Whether what an event decides was decided already.
   *
   * @param fates what was decided; with the event's afterwards
   */
  private static boolean isDecidedBefore(Happening event, Set<String> fates) {
    if (event.isTakenBack()) {
      fates.remove(event.fate());
      return false;
    }
    return !event.fate().isEmpty() && !fates.add(event.fate());
  }

  private static List<Recorded> writes(Connection database, Instant since)
      throws SQLException, IOException {
    try (var prepared = database.prepareStatement(WRITES)) {
      prepared.setTimestamp(1, Timestamp.from(since));
      prepared.setTimestamp(2, Timestamp.from(since));
      try (ResultSet rows = prepared.executeQuery()) {
        var writes = new ArrayList<Recorded>();
        while (rows.next()) {
          writes.add(new Recorded(rows.getString(1), rows.getInt(2), happenings(rows.getBytes(3))));
        }
        return writes;
      }
    }
  }

  private static List<Happening> happenings(byte[] body) throws IOException {
    if (body.length == 0 || body[0] != VERSION) {
      throw new IOException("a body of the journal is not of version " + VERSION);
    }
    var happenings = new ArrayList<Happening>();
    for (JsonNode event : CBOR.readTree(body, 1, body.length - 1)) {
      happenings.add(
          new Happening(
              event.path("kind").asText(),
              event.path("step").asText(),
              event.path("attempt").asInt()));
    }
    return happenings;
  }
}
