package dev.runnel.journal;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What remembers manifests: versions of functions and chains, which are only added, and one
 * revision for all of them, which each change raises. Called from any thread, never blocks; answers
 * arrive on any thread.
 */
public interface Manifests {

  /** The revision as it is now: whoever knows it knows everything. */
  Uni<Long> revision();

  /** The latest version of every function and chain that is there. */
  Uni<Content> read();

  /**
   * Makes changes, all or none, and numbers the versions that they add.
   *
   * @param revision what the caller has read; where there is another by now, nothing is changed, so
   *     a call whose answer was lost does no harm when it is repeated
   * @param changes each of another name
   */
  Uni<Writing> append(long revision, List<Change> changes);

  /** Who says what a function is. */
  enum Source {
    /** A capability that the router was assembled or started with. */
    CAPABILITY,
    /** Somebody, at run time. */
    PUT
  }

  /**
   * What a function or chain is from now on.
   *
   * @param patient whether it may wait for names that are not there
   * @param document the manifest as {@link dev.runnel.contract.manifest.ManifestWriter} writes it;
   *     null: it is removed
   */
  record Change(String name, Source source, boolean patient, @Nullable String document) {

    public static Change removal(String name) {
      return new Change(name, Source.PUT, false, null);
    }
  }

  /**
   * What a function or chain is.
   *
   * @param number counts the changes of this name from 1, its removals too
   */
  record Version(String name, int number, Source source, boolean patient, String document) {}

  /**
   * Everything at one moment.
   *
   * @param revision 0 as long as nothing was written
   */
  record Content(long revision, List<Version> versions) {
    public Content {
      versions = List.copyOf(versions);
    }
  }

  /** What came of making changes. */
  sealed interface Writing {

    /**
     * They are made.
     *
     * @param revision the one that they made
     * @param numbers of their versions, by name
     */
    record Written(long revision, Map<String, Integer> numbers) implements Writing {
      public Written {
        numbers = Map.copyOf(numbers);
      }
    }

    /** There is another revision than the caller knows; nothing was changed. */
    record Overtaken() implements Writing {}
  }
}
