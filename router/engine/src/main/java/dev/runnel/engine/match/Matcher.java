package dev.runnel.engine.match;

import dev.runnel.contract.Event;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.engine.match.fields.EventFields;
import dev.runnel.engine.match.fields.FieldBook;
import dev.runnel.engine.match.fields.TextMap;
import dev.runnel.engine.match.fields.WatchedFields;
import dev.runnel.engine.match.index.Index;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Stop 4: which functions want an event? An immutable {@link Index} finds the triggers that may
 * accept it, and those are asked. Next stop: {@link dev.runnel.engine.plan.Planner}.
 */
public final class Matcher {

  /** So many changes cost no more than building all anew, which drops what was used before. */
  private static final int CHANGES = 1_000;

  private final Index<CompiledTrigger> index;
  private final TextMap<CompiledManifest> byName;
  private final int wantingLifecycle;

  /** Shared with those that this one was made from and that are made from it. */
  private final FieldBook book;

  private final WatchedFields watched;
  private final int changes;

  private Matcher(
      Index<CompiledTrigger> index,
      TextMap<CompiledManifest> byName,
      int wantingLifecycle,
      FieldBook book,
      int changes) {
    this.index = index;
    this.byName = byName;
    this.wantingLifecycle = wantingLifecycle;
    this.book = book;
    this.watched = book.fields();
    this.changes = changes;
  }

  /** Compiles the triggers of all functions and chains; their filters have been accepted before. */
  public static Matcher of(Collection<? extends Manifest> manifests) {
    var matcher =
        new Matcher(Index.empty(CompiledTrigger::given), TextMap.empty(), 0, new FieldBook(), 0);
    for (Manifest manifest : manifests) {
      matcher = matcher.with(manifest);
    }
    return new Matcher(matcher.index, matcher.byName, matcher.wantingLifecycle, matcher.book, 0);
  }

  /**
   * The matcher of other functions and chains, of which only those are compiled that differ. For
   * one thread at a time; those who match with this one are not disturbed.
   */
  public Matcher next(Map<String, ? extends Manifest> manifests) {
    if (changes > CHANGES + index.size()) {
      return of(manifests.values());
    }
    var gone = new ArrayList<String>();
    byName.forEach(
        (name, compiled) -> {
          if (!manifests.containsKey(name)) {
            gone.add(name);
          }
        });
    Matcher next = this;
    for (String name : gone) {
      next = next.without(name);
    }
    for (Manifest manifest : manifests.values()) {
      CompiledManifest known = byName.get(manifest.name());
      if (known == null || !known.manifest().equals(manifest)) {
        next = next.with(manifest);
      }
    }
    return next;
  }

  /** This matcher with a function or chain more, or with another version of it. */
  public Matcher with(Manifest manifest) {
    Matcher others = without(manifest.name());
    CompiledManifest compiled = CompiledManifest.of(manifest, book);
    return new Matcher(
        compiled.addedTo(others.index),
        others.byName.with(manifest.name(), _ -> compiled),
        others.wantingLifecycle + compiled.wantingLifecycle(),
        book,
        others.changes + 1);
  }

  /** This matcher without a function or chain. */
  public Matcher without(String name) {
    CompiledManifest compiled = byName.get(name);
    if (compiled == null) {
      return this;
    }
    return new Matcher(
        compiled.takenFrom(index),
        byName.with(name, _ -> null),
        wantingLifecycle - compiled.wantingLifecycle(),
        book,
        changes + 1);
  }

  /**
   * The functions and chains that want the event, by name, each once with the first trigger that
   * accepts.
   */
  public List<Match> match(Event event) {
    return match(fields(event));
  }

  /** An event as it sees it. */
  EventFields fields(Event event) {
    return watched.of(event);
  }

  List<Match> match(EventFields fields) {
    var accepting = new Accepting(fields);
    index.visit(fields, accepting);
    return accepting.matches();
  }

  /** Why each function and chain wants the event or not, by name; asks every one of them. */
  public List<Explanation> explain(Event event) {
    EventFields fields = fields(event);
    var explanations = new ArrayList<Explanation>();
    byName.forEach((name, compiled) -> explanations.add(compiled.explain(fields)));
    explanations.sort(Comparator.comparing(it -> it.manifest().name()));
    return explanations;
  }

  /** The same of these alone, in their order; names that it does not know are left out. */
  public List<Explanation> explain(Event event, Collection<String> names) {
    EventFields fields = fields(event);
    var explanations = new ArrayList<Explanation>();
    for (String name : names) {
      CompiledManifest compiled = byName.get(name);
      if (compiled != null) {
        explanations.add(compiled.explain(fields));
      }
    }
    return explanations;
  }

  /** Whether any function asks for lifecycle events; they need not be made where none does. */
  public boolean wantsLifecycle() {
    return wantingLifecycle > 0;
  }
}
