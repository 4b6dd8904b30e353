package dev.runnel.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class Rfc3339Test {

  private static final int TIMESTAMPS = 20_000;
  private static final List<String> PIECES =
      List.of("0", "1", "2", "3", "5", "9", "-", ":", "T", "t", "Z", "z", "+", ".", "", "٣");

  private static final Pattern GRAMMAR =
      Pattern.compile(
          "(?<date>\\d{4}-\\d\\d-\\d\\d)[Tt](?<time>\\d\\d:\\d\\d):(?<second>\\d\\d)(\\.\\d+)?"
              + "([Zz]|(?<offset>[+-]\\d\\d:\\d\\d))");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1985-04-12T23:20:50.52Z",
        "1996-12-19T16:39:57-08:00",
        "1990-12-31T23:59:60Z",
        "1990-12-31T15:59:60-08:00",
        "1991-01-01T05:29:60+05:30",
        "1937-01-01T12:00:27.87+00:20",
        "2024-02-29t00:00:00z",
        "2000-02-29T00:00:00Z",
        "0000-02-29T00:00:00-00:00",
        "9999-12-31T23:59:59.999999999999+23:59"
      })
  void takesTimestampsThatExist(String text) {
    assertThat(Rfc3339.isDateTime(text)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2024-01-01",
        "2024-01-01T00:00Z",
        "2024-01-01T00:00:00",
        "2024-01-01 00:00:00Z",
        "2024-1-01T00:00:00Z",
        "24-01-01T00:00:00Z",
        "+2024-01-01T00:00:00Z",
        "12024-01-01T00:00:00Z",
        "2024-00-01T00:00:00Z",
        "2024-13-01T00:00:00Z",
        "2024-01-00T00:00:00Z",
        "2024-04-31T00:00:00Z",
        "2023-02-29T00:00:00Z",
        "1900-02-29T00:00:00Z",
        "2024-01-01T24:00:00Z",
        "2024-01-01T00:60:00Z",
        "2024-01-01T00:00:61Z",
        "2024-01-01T00:00:60Z",
        "2016-12-31T23:59:60+01:00",
        "2024-01-01T00:00:00.Z",
        "2024-01-01T00:00:00,5Z",
        "2024-01-01T00:00:00+0100",
        "2024-01-01T00:00:00+01",
        "2024-01-01T00:00:00+24:00",
        "2024-01-01T00:00:00+01:60",
        "2024-01-01T00:00:00Z ",
        "2024-01-01T00:00:00Z\n",
        "٢٠٢٤-01-01T00:00:00Z"
      })
  void refusesAllOthers(String text) {
    assertThat(Rfc3339.isDateTime(text)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {31, 32})
  void agreesWithItsGrammarAndTheCalendar(long seed) {
    var random = new Random(seed);
    int taken = 0;
    for (int i = 0; i < TIMESTAMPS; i++) {
      var text = new StringBuilder("2024-02-29T23:29:60.5-00:30");
      for (int changes = random.nextInt(3); changes > 0; changes--) {
        int at = random.nextInt(text.length());
        String piece = PIECES.get(random.nextInt(PIECES.size()));
        text.replace(at, at + (i % 4 == 0 ? random.nextInt(2) : 1), piece);
      }
      boolean exists = exists(text.toString());
      taken += exists ? 1 : 0;

      assertThat(Rfc3339.isDateTime(text.toString())).as(text.toString()).isEqualTo(exists);
    }
    assertThat(taken).isBetween(TIMESTAMPS / 50, TIMESTAMPS / 2);
  }

  private static boolean exists(String text) {
    Matcher parts = GRAMMAR.matcher(text);
    if (!parts.matches()) {
      return false;
    }
    try {
      boolean leap = parts.group("second").equals("60");
      LocalDateTime time =
          LocalDate.parse(parts.group("date"))
              .atTime(
                  LocalTime.parse(
                      parts.group("time") + ":" + (leap ? "59" : parts.group("second"))));
      String offset = parts.group("offset") == null ? "+00:00" : parts.group("offset");
      LocalTime ahead = LocalTime.parse(offset.substring(1));
      int minutes = ahead.getHour() * 60 + ahead.getMinute();
      LocalDateTime utc = time.minusMinutes(offset.startsWith("-") ? -minutes : minutes);
      return !leap || utc.toLocalTime().equals(LocalTime.of(23, 59, 59));
    } catch (DateTimeException never) {
      return false;
    }
  }
}
