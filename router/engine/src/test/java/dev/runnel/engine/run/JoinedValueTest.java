package dev.runnel.engine.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.runnel.contract.Data;
import dev.runnel.contract.Problem;
import dev.runnel.contract.manifest.ChainManifest.Aggregate;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

/** The values of chains, where members answer with more than short JSON. */
class JoinedValueTest {

  private static final Data PICTURE = new Data("image/png", new byte[] {1, 2, 3});
  private static final Data TOO_LONG = Data.json("\"" + "x".repeat(600_000) + "\"");

  private final SequencedMap<String, Data> values = new LinkedHashMap<>();

  @Test
  void passesASingleValueOnAsItIs() {
    values.put("a", PICTURE);

    assertThat(JoinedValue.of(new Aggregate.First(), values))
        .isEqualTo(new JoinedValue.Made(PICTURE));
    assertThat(JoinedValue.of(new Aggregate.Last(), values))
        .isEqualTo(new JoinedValue.Made(PICTURE));
  }

  @Test
  void writesWhatIsNotJsonAsTextOfItsBytes() {
    values.put("z", PICTURE);
    values.put("a", Data.NONE);

    assertThat(JoinedValue.of(new Aggregate.All(), values))
        .isEqualTo(
            new JoinedValue.Made(
                Data.json(
                    "{\"z\":{\"datacontenttype\":\"image/png\",\"data_base64\":\"AQID\"},"
                        + "\"a\":null}")));
  }

  @Test
  void makesNothingLargerThanAnEventMayBe() {
    values.put("a", TOO_LONG);
    assertThat(JoinedValue.of(new Aggregate.All(), values)).isInstanceOf(JoinedValue.Made.class);

    values.put("b", TOO_LONG);

    assertThat(codeOf(JoinedValue.of(new Aggregate.All(), values))).isEqualTo("too-large");
    assertThat(codeOf(JoinedValue.of(new Aggregate.Merge(), values))).isEqualTo("too-large");
    assertThat(codeOf(JoinedValue.of(new Aggregate.Quorum(2), values))).isEqualTo("too-large");
    assertThat(JoinedValue.of(new Aggregate.All(), values))
        .isInstanceOfSatisfying(
            JoinedValue.Unusable.class,
            it -> assertThat(it.problem().detail()).contains("1048576 bytes", "64 levels"));
  }

  @Test
  void makesNothingDeeperThanAnEventMayBe() {
    values.put("a", Data.json("[".repeat(63) + "]".repeat(63)));
    assertThat(JoinedValue.of(new Aggregate.All(), values)).isInstanceOf(JoinedValue.Made.class);

    values.put("b", Data.json("[".repeat(64) + "]".repeat(64)));

    assertThat(codeOf(JoinedValue.of(new Aggregate.All(), values))).isEqualTo("too-large");
  }

  @Test
  void mergesObjectsOnly() {
    values.put("a", Data.json(" \n{}"));
    assertThat(JoinedValue.of(new Aggregate.Merge(), values))
        .isEqualTo(new JoinedValue.Made(Data.json("{}")));

    for (Data misfit :
        new Data[] {
          Data.NONE,
          PICTURE,
          Data.json("null"),
          Data.json("[]"),
          Data.json("{"),
          Data.json("{\"a\":1,\"a\":2}"),
          new Data("text/plain", "{}".getBytes(UTF_8))
        }) {
      values.put("b", misfit);
      assertThat(codeOf(JoinedValue.of(new Aggregate.Merge(), values)))
          .isEqualTo("malformed-reply");
    }
  }

  private static String codeOf(JoinedValue value) {
    return value instanceof JoinedValue.Unusable(Problem problem) ? problem.code() : "none";
  }
}
