package dev.runnel.engine.advice;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Types of events that functions answer with, and that nobody here wants. */
final class UnwantedTypes implements Advice {

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    return ensemble.advised().flatMap(listener -> warnings(listener, ensemble)).toList();
  }

  private static Stream<Warning> warnings(Listener listener, Ensemble ensemble) {
    List<String> types = listener.produces();
    return IntStream.range(0, types.size())
        .filter(i -> !ensemble.audience().mayWant(types.get(i), listener.name()))
        .mapToObj(
            i ->
                listener.hint(
                    "/produces/" + i,
                    "nobody here wants %s: such events only leave as replies, or to a sink"
                        .formatted(types.get(i)),
                    "a function that wants them, or somebody outside who does"));
  }
}
