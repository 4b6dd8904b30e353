package dev.runnel.bench.match;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Events of about 280 bytes, each of which one tenant wants, and what the tenants want: a type, the
 * beginning of a source, a region, and their own name; or all of it with a range of amounts.
 */
final class Orders {

  private static final int TYPES = 10;
  private static final int SHOPS = 7;
  private static final int AMOUNTS = 100;

  /** Spreads the events over all tenants. */
  private static final long STRIDE = 7_919;

  private Orders() {}

  /** What so many tenants want. */
  static List<String> rules(int tenants, boolean ranges) {
    return IntStream.range(0, tenants).mapToObj(i -> rule(i, ranges)).toList();
  }

  /**
   * Events in the JSON format of CloudEvents.
   *
   * @param tenants that they are for
   */
  static byte[][] events(int count, int tenants) {
    return IntStream.range(0, count)
        .mapToObj(i -> event((int) (i * STRIDE % tenants)).getBytes(UTF_8))
        .toArray(byte[][]::new);
  }

  private static String rule(int tenant, boolean ranges) {
    int low = tenant % AMOUNTS;
    String range =
        ranges
            ? ", \"data\": {\"amount\": [{\"numeric\": [\">=\", %d, \"<\", %d]}]}"
                .formatted(low, low + AMOUNTS / 2)
            : "";
    return """
        {"type": ["order.%d"], "source": [{"prefix": "/shop/%d/"}], "region": ["%s"], \
        "tenant": ["tenant-%d"]%s}"""
        .formatted(tenant % TYPES, tenant % SHOPS, region(tenant), tenant, range);
  }

  private static String event(int tenant) {
    return """
        {"specversion": "1.0", "id": "6f0c7d0e-%08d", "source": "/shop/%d/checkout", \
        "type": "order.%d", "time": "2026-01-01T10:00:00Z", "region": "%s", "tenant": "tenant-%d", \
        "datacontenttype": "application/json", \
        "data": {"amount": %d, "currency": "EUR", "note": "left at the door"}}"""
        .formatted(
            tenant, tenant % SHOPS, tenant % TYPES, region(tenant), tenant, tenant % (2 * AMOUNTS));
  }

  private static String region(int tenant) {
    return tenant % 3 == 0 ? "eu" : "us";
  }
}
