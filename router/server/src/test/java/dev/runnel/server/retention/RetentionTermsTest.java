package dev.runnel.server.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.runnel.journal.Retention.Terms;
import dev.runnel.server.Configured;
import dev.runnel.server.config.RetentionConfig;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RetentionTermsTest {

  @Test
  void keepsRunsForAWeekAndTheirBriefsForAQuarter() {
    RetentionTerms terms = terms(Map.of());

    assertThat(terms.terms())
        .isEqualTo(new Terms(Duration.ofHours(24), Duration.ofDays(7), Duration.ofDays(90)));
    assertThat(terms.every()).isEqualTo(Duration.ofHours(1));
  }

  @ParameterizedTest
  @CsvSource({"duplicates, P8D", "hot, PT23H", "hot, P91D", "compacted, P6D", "duplicates, PT-1S"})
  void refusesWhatContradictsTheRest(String key, String value) {
    assertThatThrownBy(() -> terms(Map.of("runnel.retention." + key, value)))
        .hasMessageContaining("runnel.retention.duplicates is ")
        .hasMessageContaining(Duration.parse(value).toString());
  }

  @ParameterizedTest
  @CsvSource({"PT0.9S", "PT0S", "P36501D"})
  void refusesToLookTooOftenOrNever(String every) {
    assertThatThrownBy(() -> terms(Map.of("runnel.retention.every", every)))
        .hasMessageContaining("runnel.retention.every is " + Duration.parse(every));
  }

  static RetentionTerms terms(Map<String, String> properties) {
    return new RetentionTerms(Configured.as(RetentionConfig.class, properties));
  }
}
