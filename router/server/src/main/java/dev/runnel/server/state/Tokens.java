package dev.runnel.server.state;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The tokens of capabilities: the name, and a code that only who has the key can make (HMAC-SHA256,
 * RFC 2104). Nothing is kept of them; another key makes all of them invalid.
 */
record Tokens(String key) {

  private static final String ALGORITHM = "HmacSHA256";
  private static final String PURPOSE = "runnel-state/";

  /** The token of a capability. */
  String of(String capability) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(UTF_8), ALGORITHM));
      byte[] code = mac.doFinal((PURPOSE + capability).getBytes(UTF_8));
      return capability + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has " + ALGORITHM, e);
    }
  }

  /** Whose token it is; empty: nobody's. Takes as long, wherever it differs from the right one. */
  Optional<String> owner(String token) {
    String capability = token.substring(0, Math.max(0, token.lastIndexOf('.')));
    boolean right = MessageDigest.isEqual(of(capability).getBytes(UTF_8), token.getBytes(UTF_8));
    return Optional.of(capability).filter(it -> right && !it.isEmpty());
  }

  @Override
  public String toString() {
    return "Tokens";
  }
}
