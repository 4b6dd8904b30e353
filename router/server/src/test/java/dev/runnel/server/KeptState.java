package dev.runnel.server;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.runnel.cache.Standing;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;

/** What every test has that keeps something by key, over the wire: nothing of it stays. */
abstract class KeptState extends PutFunctions {

  private static final String KEY = "the-key-of-tests-which-everybody-knows";

  @Inject ScriptedKeyedState state;
  @Inject ScriptedStore store;

  @AfterEach
  void removeWhatIsKept() {
    state.breaks(false);
    store.stands(new Standing.Joined());
    store.clearAll();
    for (String capability : List.of("server", "mine")) {
      String list = "/state/plain";
      List<String> keys = JsonPath.from(as(capability, "GET", list, "").body()).getList("keys.key");
      Stream.ofNullable(keys)
          .flatMap(List::stream)
          .forEach(key -> as(capability, "DELETE", list + "/" + encoded(key), ""));
    }
  }

  /** As whoever has the key makes it. */
  static String token(String capability) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(KEY.getBytes(UTF_8), "HmacSHA256"));
      byte[] code = mac.doFinal(("runnel-state/" + capability).getBytes(UTF_8));
      return capability + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(code);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("no HMAC", e);
    }
  }

  HttpResponse<String> own(String method, String path, String body, String... headers) {
    return as("server", method, path, body, headers);
  }

  HttpResponse<String> as(
      String capability, String method, String path, String body, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Authorization", "Bearer " + token(capability)), Stream.of(headers))
            .toArray(String[]::new);
    return poster.send(method, path, body, all);
  }

  /** Every octet that has a meaning in a path, as an octet. */
  static String encoded(String key) {
    var path = new StringBuilder();
    for (byte octet : key.getBytes(UTF_8)) {
      path.append("%%%02X".formatted(octet & 0xFF));
    }
    return path.toString();
  }
}
