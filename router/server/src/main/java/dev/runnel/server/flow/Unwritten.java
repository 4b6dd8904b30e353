package dev.runnel.server.flow;

import dev.runnel.engine.run.RunEvent;
import java.util.ArrayList;
import java.util.List;

/** What has happened to a run and goes with its next commit. On the run's event loop only. */
final class Unwritten {

  private final List<RunEvent> events = new ArrayList<>();
  private boolean worthACommit;

  /** If need be, in a commit of their own. */
  void add(List<RunEvent> more) {
    events.addAll(more);
    worthACommit = true;
  }

  /** In no commit of their own: where nothing else happens, they need not have happened either. */
  void addInPassing(List<RunEvent> more) {
    events.addAll(more);
  }

  /** All of it, before these, which are to be written now. */
  List<RunEvent> takeWith(List<RunEvent> now) {
    events.addAll(now);
    List<RunEvent> all = List.copyOf(events);
    events.clear();
    worthACommit = false;
    return all;
  }

  boolean isWorthACommit() {
    return worthACommit;
  }
}
