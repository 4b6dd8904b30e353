package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Requirement;
import java.util.List;
import java.util.stream.Collectors;

/** At least one of its conditions is true. */
record AnyCondition(List<Condition> conditions) implements Condition {

  static AnyCondition of(List<Filter> filters, FieldBook book) {
    return new AnyCondition(filters.stream().map(it -> Condition.compile(it, book)).toList());
  }

  @Override
  public boolean accepts(EventFields fields) {
    for (int i = 0; i < conditions.size(); i++) {
      if (conditions.get(i).accepts(fields)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Finding explain(EventFields fields) {
    List<Finding> findings = conditions.stream().map(it -> it.explain(fields)).toList();
    return findings.stream()
        .filter(Finding::accepted)
        .findFirst()
        .orElseGet(
            () ->
                new Finding(
                    false,
                    findings.stream()
                        .map(Finding::because)
                        .collect(Collectors.joining("; ", "none of ", ""))));
  }

  /** One of what each of them requires. */
  @Override
  public List<Requirement> requirements() {
    List<List<Requirement>> each = conditions.stream().map(Condition::requirements).toList();
    return each.stream().anyMatch(List::isEmpty) ? List.of() : List.of(Requirement.anyOf(each));
  }

  @Override
  public String toString() {
    return "any " + conditions;
  }
}
