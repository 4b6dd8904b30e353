package dev.runnel.server.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.ManifestError;
import dev.runnel.contract.manifest.ManifestReader;
import dev.runnel.engine.functions.FunctionSet;
import dev.runnel.engine.functions.Member;
import dev.runnel.engine.functions.Member.Standing;
import dev.runnel.engine.functions.Settlement;
import dev.runnel.journal.Manifests.Content;
import dev.runnel.journal.Manifests.Source;
import dev.runnel.journal.Manifests.Version;
import io.quarkus.logging.Log;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Puts what the journal has kept beside what the capabilities bring. What does not fit any more,
 * because a capability has gone or another address is allowed now, is held and not lost; a
 * capability's function takes the name of one that was put.
 */
final class Restoring {

  private final Function<Declared, List<ManifestError>> objections;
  private final Map<String, Registration> all = new TreeMap<>();

  private Restoring(Function<Declared, List<ManifestError>> objections) {
    this.objections = objections;
  }

  /**
   * Everything as it is to be; functions of capabilities that are new have version 0.
   *
   * @param accepted what has been in force so far, or else what the capabilities bring
   */
  static Draft of(
      Content content,
      Shipped shipped,
      Function<Declared, List<ManifestError>> objections,
      FunctionSet accepted) {
    var restoring = new Restoring(objections);
    shipped.functions().forEach(one -> restoring.all.put(one.name(), one));
    content.versions().forEach(restoring::add);
    return restoring.settled(accepted);
  }

  private void add(Version version) {
    Registration shipped = all.get(version.name());
    if (shipped == null && version.source() == Source.PUT) {
      restore(version);
    } else if (shipped != null && version.source() == Source.PUT) {
      Log.warnf("%s was put, and comes with a capability now: that one counts", version.name());
    } else if (shipped != null && shipped.document().equals(version.document())) {
      all.put(version.name(), shipped.written(version.number()));
    }
  }

  private void restore(Version version) {
    String place = Registration.place(version.name()).file();
    List<Declared> declared =
        ManifestReader.read(place, version.document().getBytes(UTF_8)).declared();
    if (declared.isEmpty()) {
      Log.errorf("Version %d of %s cannot be read", version.number(), version.name());
      return;
    }
    Registration one =
        Registration.put(declared.getFirst(), version.patient()).written(version.number());
    List<ManifestError> errors = objections.apply(one.declared());
    all.put(one.name(), errors.isEmpty() ? one : one.objected(errors.getFirst().message()));
  }

  private Draft settled(FunctionSet accepted) {
    var members = new ArrayList<Member>();
    var objected = new TreeMap<String, String>();
    all.forEach(
        (name, one) -> {
          Standing standing = one.isPut() ? Standing.HELD : Standing.FIRM;
          members.add(new Member(one.declared(), standing));
          if (one.objection() != null) {
            objected.put(name, one.objection());
          }
        });
    return switch (Settlement.of(members, objected, accepted)) {
      case Settlement.Settled settled -> new Draft(new TreeMap<>(all), settled, List.of());
      case Settlement.Rejected(List<ManifestError> errors) -> throw new InvalidManifests(errors);
    };
  }
}
