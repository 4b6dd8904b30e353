package dev.runnel.server.functions;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.contract.manifest.Declared;
import dev.runnel.contract.manifest.Location;
import dev.runnel.contract.manifest.Manifest;
import dev.runnel.contract.manifest.ManifestWriter;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A function or chain as the router knows it.
 *
 * @param document the manifest as {@link ManifestWriter} writes it
 * @param version counts its changes; 0 as long as it is not written
 * @param patient whether it may wait for names that are not there
 * @param objection why it cannot run here, whatever the others are, or null
 */
public record Registration(
    Declared declared,
    String document,
    int version,
    Origin origin,
    boolean patient,
    @Nullable String objection) {

  private static final int TAG_BYTES = 8;

  /** Where a function comes from. */
  public sealed interface Origin {

    /** A capability's manifest file, where alone it can be changed. */
    record Capability(String file) implements Origin {}

    /** Somebody put it at run time. */
    record Put() implements Origin {}
  }

  /** One that a capability brings. */
  static Registration shipped(Declared declared) {
    var origin = new Origin.Capability(declared.at("").file());
    return of(declared, origin, false);
  }

  /** One that somebody wants to put. */
  static Registration put(Declared declared, boolean patient) {
    return of(declared, new Origin.Put(), patient);
  }

  private static Registration of(Declared declared, Origin origin, boolean patient) {
    String document = ManifestWriter.json(declared.manifest());
    return new Registration(declared, document, 0, origin, patient, null);
  }

  public Manifest manifest() {
    return declared.manifest();
  }

  public String name() {
    return manifest().name();
  }

  public boolean isPut() {
    return origin instanceof Origin.Put;
  }

  /** The file of the capability that it comes with, if it does. */
  public Optional<String> shippedIn() {
    return origin instanceof Origin.Capability(String file) ? Optional.of(file) : Optional.empty();
  }

  /** The same with its number, and known by its own path instead of a place in some request. */
  Registration written(int number) {
    Declared known = isPut() ? new Declared(manifest(), Map.of("", place(name()))) : declared;
    return new Registration(known, document, number, origin, patient, objection);
  }

  Registration objected(String reason) {
    return new Registration(declared, document, version, origin, patient, reason);
  }

  /** What errors call one that was put. */
  static Location place(String name) {
    return new Location("/functions/" + name, 1, 1);
  }

  /** An entity tag (RFC 9110, section 8.8.3) of this version; another content has another. */
  public String tag() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(document.getBytes(UTF_8));
      return "\"" + version + "-" + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
