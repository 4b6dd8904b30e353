package dev.runnel.engine.advice;

import dev.runnel.engine.match.satisfiability.NormalForm;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Triggers that accept only what another one of the same function accepts too. */
final class ShadowedTriggers implements Advice {

  /** So many triggers of one function are compared. */
  private static final int MOST = 32;

  @Override
  public List<Warning> warnings(Ensemble ensemble) {
    return ensemble.advised().flatMap(ShadowedTriggers::warnings).toList();
  }

  private static Stream<Warning> warnings(Listener listener) {
    List<NormalForm> forms = listener.forms().stream().limit(MOST).toList();
    return IntStream.range(0, forms.size())
        .boxed()
        .flatMap(
            shadowed ->
                shadowing(forms, shadowed).stream()
                    .map(shadowing -> warning(listener, shadowed, shadowing)));
  }

  /** One that makes this one needless; of two that want the same, the first is kept. */
  private static Optional<Integer> shadowing(List<NormalForm> forms, int shadowed) {
    NormalForm form = forms.get(shadowed);
    if (form.contradiction().isPresent()) {
      return Optional.empty();
    }
    return IntStream.range(0, forms.size())
        .filter(other -> other != shadowed && forms.get(other).covers(form))
        .filter(other -> other < shadowed || !form.covers(forms.get(other)))
        .boxed()
        .findFirst();
  }

  private static Warning warning(Listener listener, int shadowed, int shadowing) {
    String other = "/triggers/" + shadowing;
    return listener.warning(
        "/triggers/" + shadowed,
        "accepts only what %s, in line %d, accepts too"
            .formatted(other, listener.declared().at(other).line()),
        "one of the two, or filters that tell them apart");
  }
}
