package dev.runnel.simulation;

import dev.runnel.journal.Fenced;
import dev.runnel.journal.JournalUnavailable;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** What the routers' code throws and nobody catches, or writes to the log as an error. */
final class Complaints extends Handler {

  /** Held here, since the log manager forgets loggers that nobody holds. */
  private static final Logger LOG = Logger.getLogger("dev.runnel");

  private static final Complaints ALL = new Complaints();

  private @Nullable Findings findings;

  private Complaints() {
    LOG.setLevel(Level.SEVERE);
    LOG.setUseParentHandlers(false);
    LOG.addHandler(this);
    Infrastructure.setDroppedExceptionHandler(thrown -> complain("dropped", thrown));
  }

  /** From now on they go to these. */
  static void to(Findings findings) {
    ALL.findings = findings;
  }

  @Override
  public void publish(LogRecord entry) {
    complain(entry.getMessage(), entry.getThrown());
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}

  private void complain(String said, @Nullable Throwable thrown) {
    if (findings != null) {
      findings.unless(isExpected(thrown), Check.NOTHING_BREAKS, "%s: %s", said, thrown);
    }
  }

  /** Two lives of one run's conductor may meet: the journal tells the earlier one. */
  private static boolean isExpected(@Nullable Throwable thrown) {
    return switch (thrown) {
      case null -> false;
      case Fenced _, JournalUnavailable _ -> true;
      case IllegalStateException broken ->
          String.valueOf(broken.getMessage()).contains("its conductor knows");
      default -> false;
    };
  }
}
