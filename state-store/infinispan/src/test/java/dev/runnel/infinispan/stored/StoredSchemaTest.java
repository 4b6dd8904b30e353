package dev.runnel.infinispan.stored;

import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.cache.CacheKey;
import dev.runnel.cache.Samples;
import dev.runnel.cache.Samples.Sample;
import dev.runnel.cache.value.Bytes;
import dev.runnel.cache.value.KeyedState;
import dev.runnel.cache.value.KeyedState.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.infinispan.protostream.GeneratedSchema;
import org.infinispan.protostream.ProtobufUtil;
import org.infinispan.protostream.SerializationContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is written is read again: by this release, by the one before, by the one after. */
class StoredSchemaTest {

  private static final Bytes CONTENT = Bytes.of("abc".getBytes(StandardCharsets.UTF_8));

  private final SerializationContext now = context(StoredSchema.generated());
  private final SerializationContext next = context(new NextSchemaImpl());

  static List<Sample<?>> samples() {
    return Samples.ALL;
  }

  @ParameterizedTest
  @MethodSource("samples")
  <V extends Record> void readsWhatItWrites(Sample<V> sample) throws IOException {
    for (V value : sample.values()) {
      Stored<V> stored = Codec.of(sample.concern()).stored(7, value);

      Stored<V> read = read(now, write(now, stored));

      assertThat(read.value()).isEqualTo(value);
      assertThat(read.version()).isEqualTo(7);
    }
  }

  @Test
  void readsWhatTheNextReleaseWrites() throws IOException {
    var written = new NextState(1, 2, CONTENT, "somebody");

    StoredState read = read(now, write(next, written));

    assertThat(read.version()).isEqualTo(1);
    assertThat(read.value()).isEqualTo(copy("", Instant.EPOCH));
  }

  @Test
  void isReadByTheNextRelease() throws IOException {
    var written = StoredState.of(1, copy("text/plain", Instant.EPOCH.plusNanos(1)));

    NextState read = read(next, write(now, written));

    assertThat(read.version()).isEqualTo(1);
    assertThat(read.journalVersion()).isEqualTo(2);
    assertThat(read.content()).isEqualTo(CONTENT);
    assertThat(read.author()).isEmpty();
  }

  /** The schema is a promise: whoever changes a line of it breaks the releases around this one. */
  @Test
  void isTheSchemaThatWasPromised() throws IOException {
    try (var promised = getClass().getResourceAsStream("promised.proto")) {
      assertThat(lines(StoredSchema.generated().getProtoFile()))
          .containsAll(lines(new String(promised.readAllBytes(), StandardCharsets.UTF_8)));
    }
  }

  @Test
  void writesKeysThatAreReadAgain() {
    for (String text : List.of("", ":", "1:", "12:a", "中", "\u0000")) {
      var key = new CacheKey(text, text + "x");
      assertThat(Keys.key(Keys.text(key))).isEqualTo(key);
      assertThat(InGroup.of(text).test(Keys.text(key))).isTrue();
      assertThat(InGroup.of(text).test(Keys.text(new CacheKey(text + "x", text)))).isFalse();
    }
  }

  private static KeyedState copy(String contentType, Instant until) {
    return new KeyedState(Kind.COPY, 2, contentType, CONTENT, until, Optional.empty());
  }

  private static List<String> lines(String schema) {
    String[] message = {""};
    return schema
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("//") && !line.equals("}"))
        .peek(line -> message[0] = line.startsWith("message") ? line : message[0])
        .map(line -> message[0] + " " + line)
        .toList();
  }

  private static SerializationContext context(GeneratedSchema schema) {
    SerializationContext context = ProtobufUtil.newSerializationContext();
    schema.register(context);
    return context;
  }

  private static byte[] write(SerializationContext context, Object value) throws IOException {
    return ProtobufUtil.toWrappedByteArray(context, value);
  }

  @SuppressWarnings("TypeParameterUnusedInFormals") // As ProtoStream has it.
  private static <T> T read(SerializationContext context, byte[] written) throws IOException {
    return ProtobufUtil.fromWrappedByteArray(context, written);
  }
}
