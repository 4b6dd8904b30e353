package dev.runnel.server.flow;

import dev.runnel.engine.run.Line;
import dev.runnel.engine.run.Place;
import dev.runnel.journal.ForwardingJournal;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.MemoryJournal;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;

/** A journal in memory that says who is first when the test wants it to, as it was when asked. */
final class SlowHeads extends ForwardingJournal {

  private record Question(List<Place> answer, UniEmitter<? super List<Place>> asker) {}

  private final Deque<Question> questions = new ArrayDeque<>();

  SlowHeads() {
    super(new MemoryJournal(100, Long.MAX_VALUE));
  }

  @Override
  public Uni<List<Place>> heads(Collection<Line> lines) {
    List<Place> now = super.heads(lines).await().indefinitely();
    return Uni.createFrom().emitter(asker -> questions.add(new Question(now, asker)));
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
