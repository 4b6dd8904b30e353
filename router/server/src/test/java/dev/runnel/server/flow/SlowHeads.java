package dev.runnel.server.flow;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.engine.run.RunEvent;
import dev.runnel.journal.DeadLetterPage;
import dev.runnel.journal.DeadLetterQuery;
import dev.runnel.journal.Journal;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.MemoryJournal;
import dev.runnel.journal.NewRun;
import dev.runnel.journal.RunPage;
import dev.runnel.journal.RunQuery;
import dev.runnel.journal.Sequel;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Map;

/** A journal in memory that says who is first when the test wants it to, as it was when asked. */
final class SlowHeads implements Journal {

  private record Question(List<Place> answer, UniEmitter<? super List<Place>> asker) {}

  private final Journal memory = new MemoryJournal(100, Long.MAX_VALUE);
  private final Deque<Question> questions = new ArrayDeque<>();

  @Override
  public Uni<List<Begin>> begin(List<NewRun> runs) {
    return memory.begin(runs);
  }

  @Override
  public Uni<List<Begin>> append(Sequel sequel, List<NewRun> children) {
    return memory.append(sequel, children);
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> lines) {
    List<Place> now = memory.heads(lines).await().indefinitely();
    return Uni.createFrom().emitter(asker -> questions.add(new Question(now, asker)));
  }

  @Override
  public Uni<List<RunEvent>> read(String run) {
    return memory.read(run);
  }

  @Override
  public Uni<List<List<RunEvent>>> read(List<String> runs) {
    return memory.read(runs);
  }

  @Override
  public Uni<Map<String, Integer>> descendants(Collection<String> roots) {
    return memory.descendants(roots);
  }

  @Override
  public Uni<RunPage> find(RunQuery query) {
    return memory.find(query);
  }

  @Override
  public Uni<DeadLetterPage> findDeadLetters(DeadLetterQuery query) {
    return memory.findDeadLetters(query);
  }

  @Override
  public Uni<Void> rebuildDeadLetters() {
    return memory.rebuildDeadLetters();
  }

  /** How many questions have no answer yet. */
  int open() {
    return questions.size();
  }

  void answer() {
    Question oldest = questions.remove();
    oldest.asker().complete(oldest.answer());
  }

  void fail() {
    questions.remove().asker().fail(new JournalUnavailable("the journal is down"));
  }
}
