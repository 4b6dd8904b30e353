package dev.runnel.server.invoke.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.cache.CacheKey;
import dev.runnel.contract.Data;
import dev.runnel.contract.Event;
import dev.runnel.contract.RunnelExtensions;
import dev.runnel.contract.manifest.FunctionManifest;
import dev.runnel.contract.manifest.Input;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeMap;

/** What the answer of a pure function is made of, as the key of a cache. */
public final class AnswerKey {

  /** They tell one event, or one way of it, from another, and not what it says. */
  private static final Set<String> PASSING = Set.of("id", "time", "traceparent", "tracestate");

  /** Of Knative's brokers, such as {@code knativearrivaltime}. */
  private static final String BROKER = "knative";

  private AnswerKey() {}

  /**
   * The same for all calls that the function answers in the same way, of all routers: a digest of
   * the function's version and of what it is sent, but for what is another one in each event.
   *
   * @param version of the function
   */
  public static CacheKey of(FunctionManifest function, String version, Event event) {
    MessageDigest digest = sha256();
    add(digest, version);
    var attributes = new TreeMap<>(event.attributes());
    attributes.forEach(
        (name, value) -> {
          if (!isPassing(name)) {
            add(digest, name);
            add(digest, value);
          }
        });
    Data data = event.data();
    add(digest, data.contentType() == null ? "" : data.contentType());
    add(digest, canonical(data, function.input() instanceof Input.All));
    return new CacheKey(function.name(), HexFormat.of().formatHex(digest.digest()));
  }

  /** What tells versions of a function apart: a digest of its manifest. */
  public static String version(String manifest) {
    return HexFormat.of().formatHex(sha256().digest(manifest.getBytes(UTF_8)));
  }

  private static boolean isPassing(String attribute) {
    return PASSING.contains(attribute)
        || attribute.startsWith(BROKER)
        || RunnelExtensions.include(attribute);
  }

  /**
   * @param hasEvent whether it is an object with the structured event as its member {@code event}
   */
  private static byte[] canonical(Data data, boolean hasEvent) {
    return data.declaresJson()
        ? CanonicalJson.of(
                data.bytes(),
                (member, name) -> hasEvent && member.equals("event") && isPassing(name))
            .orElse(data.bytes())
        : data.bytes();
  }

  private static void add(MessageDigest digest, String text) {
    add(digest, text.getBytes(UTF_8));
  }

  /** With its length in front, so that no two sequences of parts are the same bytes. */
  private static void add(MessageDigest digest, byte[] part) {
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(part.length).flip());
    digest.update(part);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
