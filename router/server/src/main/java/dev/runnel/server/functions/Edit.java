package dev.runnel.server.functions;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestReading;
import java.util.List;
import java.util.Optional;

/** What somebody wants to change about the functions that are loaded. */
public sealed interface Edit {

  Precondition precondition();

  /** The one function that is meant; nothing where it is about all. */
  Optional<String> name();

  /**
   * These are to be there, as they say; all or none.
   *
   * @param reading what was read of them; what is wrong in it refuses the edit
   * @param patient whether they may wait for names that are not there
   */
  record Put(
      Optional<String> name, ManifestReading reading, boolean patient, Precondition precondition)
      implements Edit {

    List<Declared> declared() {
      return reading.declared();
    }
  }

  /** This one is not to be there any more. */
  record Remove(String removed, Precondition precondition) implements Edit {

    @Override
    public Optional<String> name() {
      return Optional.of(removed);
    }
  }
}
