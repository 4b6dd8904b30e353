package dev.runnel.server;

/** Manifests for runs that are told in unit tests. */
public final class ToldPlans {

  /**
   * {@code first} is tried twice, then falls back to {@code second}, then to a constant; {@code
   * last} needs {@code before}.
   */
  public static final String RETRY_FALLBACK_AND_NEED =
      """
      name: first
      description: falls back
      runtime: jvm
      handler: some.Code#first
      retry: { attempts: 2, backoff: constant, delay: 1s, max: 1s, jitter: false }
      fallback: [ second, { value: [ 1.50 ] } ]
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      ---
      name: second
      description: stands in
      runtime: jvm
      handler: some.Code#second
      retry: { attempts: 1 }
      ---
      name: last
      description: needs another
      runtime: jvm
      handler: some.Code#last
      dependencies: [ before ]
      triggers: [ { filters: [ { exact: { type: wanted } } ] } ]
      ---
      name: before
      description: is needed
      runtime: jvm
      handler: some.Code#before
      retry: { attempts: 1 }
      """;

  private ToldPlans() {}
}
