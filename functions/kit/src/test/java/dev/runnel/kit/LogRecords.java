package dev.runnel.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.formatters.PatternFormatter;

/** What one class logs between its opening and its closing. */
final class LogRecords implements AutoCloseable {
  private final Logger logger;
  private final Lines lines = new Lines();

  private LogRecords(Logger logger) {
    this.logger = logger;
  }

  static LogRecords of(Class<?> type, Level level) {
    var records = new LogRecords(Logger.getLogger(type.getName()));
    records.logger.setLevel(level);
    records.logger.addHandler(records.lines);
    return records;
  }

  /** Each record as its level, its message, and the class of what was thrown. */
  List<String> lines() {
    return lines.kept;
  }

  @Override
  public void close() {
    logger.removeHandler(lines);
    logger.setLevel(null);
  }

  /** Keeps each record in a line. */
  private static final class Lines extends Handler {
    private static final Formatter LEVEL_AND_MESSAGE = new PatternFormatter("%p %s");

    private final List<String> kept = new CopyOnWriteArrayList<>();

    @Override
    public void publish(LogRecord each) {
      Throwable thrown = each.getThrown();
      String line = LEVEL_AND_MESSAGE.format(each);
      kept.add(thrown == null ? line : line + " + " + thrown.getClass().getName());
    }

    @Override
    public void flush() {
      // nothing is held back
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
