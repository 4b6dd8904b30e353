package dev.runnel.postgres.keyed;

import dev.runnel.postgres.group.GroupSql;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A call of one of the database's functions.
 *
 * @param parameters how many it has
 */
record ChangeSql(String function, int parameters) implements GroupSql {

  @Override
  public String sql() {
    return IntStream.rangeClosed(1, parameters)
        .mapToObj(i -> "$" + i)
        .collect(Collectors.joining(", ", "select * from " + function + "(", ")"));
  }
}
