package dev.runnel.postgres;

import static dev.runnel.postgres.stored.Columns.TENANT;

import dev.runnel.engine.plan.Plan;
import dev.runnel.engine.plan.Step;
import dev.runnel.journal.JournalUnavailable;
import dev.runnel.journal.UnreadableRecord;
import dev.runnel.postgres.row.PlanRow;
import dev.runnel.postgres.stored.Digest;
import dev.runnel.postgres.stored.PlanReader;
import dev.runnel.postgres.stored.PlanWriter;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.vertx.UniHelper;
import io.vertx.core.buffer.Buffer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The plans of all runs, each stored once: as long as manifests do not change, events of one kind
 * make equal plans.
 */
final class StoredPlans {

  private static final int MOST_REMEMBERED = 1_000;

  /**
   * How long a plan is used without telling the database, which may forget plans that nobody has
   * spoken of for {@link PlanSweep#LEAST_AGE}.
   */
  static final Duration SURE = Duration.ofHours(1);

  /** When that is tried again, where it may have failed. */
  private static final Duration AGAIN = Duration.ofMinutes(1);

  private static final String INSERT =
      """
      insert into plan (tenant, id, functions, body) values ($1, $2, $3, $4)
      on conflict (tenant, id) do update set seen_at = now()
      """;

  /** What a plan is stored as, and since when that is known. */
  private record Known(UUID id, long since) {}

  /** A plan as it is to be stored. */
  private record Written(Key key, Buffer body) {

    Tuple row(UUID id) {
      return Tuple.of(TENANT, id, key.functions(), body);
    }
  }

  /** A plan, equal to its equals, whose hash is found without looking into every manifest. */
  private record Key(Plan plan) {

    String[] functions() {
      return plan.steps().stream().map(Step::function).distinct().toArray(String[]::new);
    }

    @Override
    public int hashCode() {
      int hash = 1;
      for (Step step : plan.steps()) {
        hash = 31 * (31 * hash + step.id().hashCode()) + step.function().hashCode();
      }
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && plan.equals(that.plan);
    }
  }

  private final Pool pool;
  private final Sessions sessions;
  private final LongSupplier nanoTime;
  private final Map<Key, Known> ids = new Recent<>();
  private final Map<UUID, Plan> plans = new Recent<>();

  /** Plans that are being stored, with the answer that is awaited. */
  private final Map<UUID, Uni<Void>> underWay = new HashMap<>();

  StoredPlans(Pool pool, Sessions sessions, LongSupplier nanoTime) {
    this.pool = pool;
    this.sessions = sessions;
    this.nanoTime = nanoTime;
  }

  /** What the plans are stored as, in their order, once they all are. */
  Uni<List<UUID>> store(List<Plan> wanted) {
    var found = new ArrayList<UUID>();
    // In one order everywhere: two routers that wait for each other's rows would never end.
    var missing = new TreeMap<UUID, Written>();
    for (Plan plan : wanted) {
      Key key = new Key(plan);
      UUID known = find(key);
      if (known == null) {
        byte[] body = PlanWriter.write(plan);
        known = Digest.of(body);
        missing.put(known, new Written(key, Buffer.buffer(body)));
      }
      found.add(known);
    }
    return missing.isEmpty() ? Uni.createFrom().item(found) : stored(missing).replaceWith(found);
  }

  /** Each is told to the database once, however many want it at the same time. */
  private synchronized Uni<?> stored(SortedMap<UUID, Written> missing) {
    var own = new TreeMap<>(missing);
    own.keySet().removeAll(underWay.keySet());
    if (!own.isEmpty()) {
      Uni<Void> answer = insert(own).eventually(() -> over(own.keySet())).memoize().indefinitely();
      own.keySet().forEach(id -> underWay.put(id, answer));
    }
    return Uni.join()
        .all(missing.keySet().stream().map(underWay::get).distinct().toList())
        .andFailFast();
  }

  private synchronized void over(Set<UUID> stored) {
    underWay.keySet().removeAll(stored);
  }

  private Uni<Void> insert(SortedMap<UUID, Written> missing) {
    long now = nanoTime.getAsLong();
    List<Tuple> rows =
        missing.entrySet().stream().map(plan -> plan.getValue().row(plan.getKey())).toList();
    return UniHelper.toUni(pool.preparedQuery(INSERT).executeBatch(rows))
        .onFailure()
        .transform(why -> new JournalUnavailable("the database did not take a plan", why))
        .invoke(done -> missing.forEach((id, plan) -> remember(plan.key, new Known(id, now))))
        .replaceWithVoid();
  }

  /** Gives the plans that are stored as these; one that cannot be read when it is asked for. */
  Uni<Function<UUID, Plan>> load(Collection<UUID> wanted) {
    var loaded = new HashMap<UUID, Plan>();
    var missing = new ArrayList<UUID>();
    for (UUID id : wanted) {
      Plan known = find(id);
      if (known == null) {
        missing.add(id);
      } else {
        loaded.put(id, known);
      }
    }
    return missing.isEmpty()
        ? Uni.createFrom().item(() -> at(loaded))
        : select(missing).invoke(rows -> read(rows, loaded)).map(rows -> at(loaded));
  }

  private Uni<List<PlanRow>> select(List<UUID> missing) {
    return sessions.ask(
        session ->
            session
                .createQuery("from PlanRow where tenant = :tenant and id in :ids", PlanRow.class)
                .setParameter("tenant", TENANT)
                .setParameter("ids", missing)
                .getResultList());
  }

  private void read(List<PlanRow> rows, Map<UUID, Plan> into) {
    for (PlanRow row : rows) {
      try {
        Plan plan = PlanReader.read(row.body);
        into.put(row.id, plan);
        remember(row.id, plan);
      } catch (UnreadableRecord broken) {
        // Whose run has it is told so; the runs of other plans are read.
      }
    }
  }

  private static Function<UUID, Plan> at(Map<UUID, Plan> loaded) {
    return id -> {
      Plan plan = loaded.get(id);
      if (plan == null) {
        throw new UnreadableRecord("the journal has no plan " + id + " that can be read");
      }
      return plan;
    };
  }

  /** What the plan is stored as, where the database has been told so lately. */
  private synchronized @Nullable UUID find(Key key) {
    Known known = ids.get(key);
    long now = nanoTime.getAsLong();
    if (known != null && now - known.since > SURE.toNanos()) {
      // One says it for all, who would wait for each other in the database.
      ids.put(key, new Known(known.id, now - SURE.toNanos() + AGAIN.toNanos()));
      return null;
    }
    return known == null ? null : known.id;
  }

  private synchronized @Nullable Plan find(UUID id) {
    return plans.get(id);
  }

  private synchronized void remember(Key key, Known known) {
    ids.put(key, known);
  }

  private synchronized void remember(UUID id, Plan plan) {
    plans.put(id, plan);
  }

  /** What was asked for lately. */
  private static final class Recent<K, V> extends LinkedHashMap<K, V> {

    private static final long serialVersionUID = 1;

    Recent() {
      super(16, 0.75f, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
      return size() > MOST_REMEMBERED;
    }
  }
}
