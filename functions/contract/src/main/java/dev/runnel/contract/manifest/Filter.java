package dev.runnel.contract.manifest;

import java.util.List;
import java.util.Map;

/**
 * A condition on an event, in the dialects of the CloudEvents Subscriptions API, of Knative and of
 * EventBridge. A missing attribute makes a condition on it false.
 */
public sealed interface Filter {

  /** Every attribute named has exactly this value. */
  record Exact(Map<String, String> attributes) implements Filter {
    public Exact {
      attributes = Map.copyOf(attributes);
    }
  }

  /** Every attribute named begins with this value. */
  record Prefix(Map<String, String> attributes) implements Filter {
    public Prefix {
      attributes = Map.copyOf(attributes);
    }
  }

  /** Every attribute named ends with this value. */
  record Suffix(Map<String, String> attributes) implements Filter {
    public Suffix {
      attributes = Map.copyOf(attributes);
    }
  }

  /** Every filter accepts; at least one. */
  record All(List<Filter> filters) implements Filter {
    public All {
      filters = List.copyOf(filters);
    }
  }

  /** At least one filter accepts; at least one. */
  record Any(List<Filter> filters) implements Filter {
    public Any {
      filters = List.copyOf(filters);
    }
  }

  /** The filter refuses. */
  record Not(Filter filter) implements Filter {}

  /** A CloudEvents SQL 1.0 expression is true. */
  record Cesql(String expression) implements Filter {}

  /** An EventBridge pattern on attributes and data, as JSON text. */
  record Pattern(String json) implements Filter {}
}
