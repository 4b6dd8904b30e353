package dev.runnel.server.state;

import dev.runnel.journal.keyed.Fence;
import io.vertx.core.MultiMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code Runnel-Fence: lease=NAME;token=N}, the lease's name percent-encoded. */
final class FenceHeader {

  static final String NAME = "Runnel-Fence";

  private static final Pattern FORM =
      Pattern.compile("lease=(?<lease>[^;, ]{1,4608}) ?; ?token=(?<token>[1-9][0-9]{0,17})");

  private FenceHeader() {}

  /** The fence, if there is one. */
  static Reading<Optional<Fence>> read(MultiMap headers) {
    List<String> given = headers.getAll(NAME);
    if (given.isEmpty()) {
      return Reading.of(Optional.empty());
    }
    Matcher form = FORM.matcher(given.getFirst().strip());
    if (given.size() > 1 || !form.matches()) {
      return Reading.refused(
          NAME, "It is to be lease=NAME;token=N once, NAME percent-encoded, N as the lease has it");
    }
    long token = Long.parseLong(form.group("token"));
    return Place.decoded(form.group("lease"))
        .then(lease -> Reading.made(NAME, () -> Optional.of(new Fence(lease, token))));
  }
}
