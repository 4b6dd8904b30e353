package dev.runnel.tensor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OrtEnvironment;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceEncoderTest {

  private static SentenceEncoder encoder;

  @BeforeAll
  static void load() {
    encoder = SentenceEncoder.load();
  }

  @AfterAll
  static void free() {
    encoder.close();
  }

  @Test
  void likeMeaningsAreNearerThanUnlikeOnes() {
    float[] cat = encoder.encode("a cat sits on the mat");
    double kitten = cosine(cat, encoder.encode("a kitten rests on a rug"));
    double stocks = cosine(cat, encoder.encode("stock prices fell"));
    assertThat(kitten).isGreaterThan(0.5).isGreaterThan(stocks + 0.3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a cat sits on the mat",
        "x",
        "🎉👩‍👩‍👧‍👦🚀",
        "请把这份合同翻译成英文",
        "مرحبا بالعالم",
        "שלום עולם",
        "\u200b\u0000",
        "one\ttwo\r\nthree"
      })
  void everyTextHasAVectorOfLengthOne(String text) {
    assertIsUnit(encoder.encode(text));
  }

  @Test
  void longTextsCountToTheirEnd() {
    String start = "the ship leaves the harbour at dawn ".repeat(200);
    float[] one = encoder.encode(start + "and carries bananas ".repeat(40));
    float[] other = encoder.encode(start + "and files a lawsuit ".repeat(40));
    assertIsUnit(one);
    assertThat(cosine(one, other)).isBetween(0.7, 0.999);
  }

  @Test
  void sameTextSameVector() {
    String text = "reviews code for security defects";
    assertThat(encoder.encode(text)).isEqualTo(encoder.encode(text));
  }

  @Test
  void answersManyThreadsAsItAnswersOne() throws Exception {
    List<String> texts = List.of("a cat", "a ship", "a contract", "翻译", "x ".repeat(300));
    List<float[]> alone = texts.stream().map(encoder::encode).toList();
    List<Callable<List<float[]>>> calls =
        Collections.nCopies(8, () -> texts.stream().map(encoder::encode).toList());
    try (var threads = Executors.newFixedThreadPool(8)) {
      for (Future<List<float[]>> call : threads.invokeAll(calls)) {
        assertThat(call.get()).containsExactly(alone.toArray(float[][]::new));
      }
    }
  }

  /** Agents carry such vectors in their files, so a new version of the model must be noticed. */
  @Test
  void givesTheVectorsThatAreStoredElsewhere() throws IOException {
    try (var file = SentenceEncoderTest.class.getResourceAsStream("/vectors.json")) {
      for (JsonNode row : new ObjectMapper().readTree(file)) {
        float[] stored = stored(row.get("vector").textValue());
        float[] now = encoder.encode(row.get("description").textValue());
        // Processors differ in the last bits.
        assertThat(cosine(stored, now)).isCloseTo(1, within(1e-5));
      }
    }
  }

  /** Texts are nobody else's business; ONNX Runtime 1.29.0 sends events of its use to its maker. */
  @Test
  void nothingInTheLibraryReportsItsUse() throws IOException {
    String library = "/ai/onnxruntime/native/linux-x64/libonnxruntime.so";
    try (var file = OrtEnvironment.class.getResourceAsStream(library)) {
      assertThat(file).isNotNull();
      assertThat(new String(file.readAllBytes(), ISO_8859_1).contains("events.data.microsoft.com"))
          .isFalse();
    }
  }

  private static void assertIsUnit(float[] vector) {
    assertThat(vector).hasSize(SentenceEncoder.DIMENSIONS);
    assertThat(Math.sqrt(cosine(vector, vector))).isCloseTo(1, within(1e-5));
  }

  private static double cosine(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  private static float[] stored(String base64) {
    var floats =
        ByteBuffer.wrap(Base64.getDecoder().decode(base64))
            .order(ByteOrder.LITTLE_ENDIAN)
            .asFloatBuffer();
    var vector = new float[floats.remaining()];
    floats.get(vector);
    return vector;
  }
}
