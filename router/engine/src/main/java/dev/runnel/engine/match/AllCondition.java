package dev.runnel.engine.match;

import dev.runnel.contract.manifest.Filter;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.index.Requirement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Every one of its conditions is true. */
record AllCondition(List<Condition> conditions) implements Condition {

  static AllCondition of(List<Filter> filters, FieldBook book) {
    var conditions = new ArrayList<Condition>(filters.size());
    for (Filter filter : filters) {
      conditions.add(Condition.compile(filter, book));
    }
    return new AllCondition(List.copyOf(conditions));
  }

  @Override
  public boolean accepts(EventFields fields) {
    for (int i = 0; i < conditions.size(); i++) {
      if (!conditions.get(i).accepts(fields)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public Finding explain(EventFields fields) {
    List<Finding> findings = conditions.stream().map(it -> it.explain(fields)).toList();
    return findings.stream()
        .filter(it -> !it.accepted())
        .findFirst()
        .orElseGet(
            () ->
                new Finding(
                    true,
                    findings.stream().map(Finding::because).collect(Collectors.joining("; "))));
  }

  @Override
  public void takeApart(Parts parts) {
    conditions.forEach(it -> it.takeApart(parts));
  }

  @Override
  public List<Requirement> requirements() {
    if (conditions.size() == 1) {
      return conditions.getFirst().requirements();
    }
    var requirements = new ArrayList<Requirement>();
    for (Condition condition : conditions) {
      requirements.addAll(condition.requirements());
    }
    return List.copyOf(requirements);
  }

  @Override
  public String toString() {
    return "all " + conditions;
  }
}
