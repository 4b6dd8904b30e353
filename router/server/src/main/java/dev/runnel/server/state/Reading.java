package dev.runnel.server.state;

import dev.runnel.contract.Problem;
import dev.runnel.contract.ProblemType;
import dev.runnel.http.Answer;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;

/** What came of reading a part of a request. */
sealed interface Reading<T> {

  /** It is as it should be. */
  record Read<T>(T value) implements Reading<T> {}

  /** It is not. */
  record Refused<T>(Problem problem) implements Reading<T> {}

  static <T> Reading<T> of(T value) {
    return new Read<>(value);
  }

  /**
   * What is wrong with a part of the request.
   *
   * @param part a parameter's name, a header's, or {@code key}
   */
  static <T> Reading<T> refused(String part, String detail) {
    return new Refused<>(Problem.of(ProblemType.MALFORMED_QUERY, detail, part));
  }

  /** What is made of that part of the request, unless its maker says what is wrong with it. */
  static <T> Reading<T> made(String part, Supplier<T> maker) {
    try {
      return of(maker.get());
    } catch (IllegalArgumentException wrong) {
      return refused(part, String.valueOf(wrong.getMessage()));
    }
  }

  /** What is read next, where this is as it should be. */
  default <R> Reading<R> then(Function<T, Reading<R>> next) {
    return switch (this) {
      case Read<T>(T value) -> next.apply(value);
      case Refused<T>(Problem problem) -> new Refused<>(problem);
    };
  }

  /** The answer to a request of this path. */
  default Uni<Answer> answer(String path, Function<T, Uni<Answer>> how) {
    return switch (this) {
      case Read<T>(T value) -> how.apply(value);
      case Refused<T>(Problem problem) -> Uni.createFrom().item(Answer.problem(problem, path));
    };
  }
}
