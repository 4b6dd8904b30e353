package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.engine.match.AttributeTest.Relation;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;

/**
 * A compiled filter. Its {@code toString} is the clause as people write it, for the answer to "why
 * did this match".
 */
sealed interface Condition
    permits AttributeCondition,
        AllCondition,
        AnyCondition,
        NotCondition,
        CesqlCondition,
        PatternCondition {

  /** Whether the event fulfils it; never throws, a missing attribute is false. */
  boolean accepts(EventFields fields);

  /** The same with the clause that decided; slower. */
  Finding explain(EventFields fields);

  /** Adds what it is made of. */
  default void takeApart(Parts parts) {
    parts.add(this);
  }

  /** What every event has that fulfils it: the index finds it by that. */
  List<Requirement> requirements();

  /** Compiles one filter of those that {@code FunctionSet} has accepted. */
  static Condition compile(Filter filter, FieldBook book) {
    return switch (filter) {
      case Filter.Exact(var texts) -> AttributeCondition.of(Relation.EXACT, texts, book);
      case Filter.Prefix(var texts) -> AttributeCondition.of(Relation.PREFIX, texts, book);
      case Filter.Suffix(var texts) -> AttributeCondition.of(Relation.SUFFIX, texts, book);
      case Filter.All all -> AllCondition.of(all.filters(), book);
      case Filter.Any any -> AnyCondition.of(any.filters(), book);
      case Filter.Not not -> new NotCondition(compile(not.filter(), book));
      case Filter.Cesql cesql -> CesqlCondition.of(cesql.expression(), book);
      case Filter.Pattern pattern -> PatternCondition.of(pattern.json(), book);
    };
  }
}
