package dev.runnel.engine.match.pattern;

import dev.runnel.engine.match.pattern.Json.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Changes patterns at random, so that many can be compiled no more. */
final class BrokenPattern {

  private static final List<String> NAMES =
      List.of(
          ("exactly prefix suffix equals-ignore-case wildcard anything-but numeric cidr exists $or"
                  + " regex a")
              .split(" "));

  private static final List<Word> VALUES =
      """
      "" "x" "**" "a\\" "\\*" "a\\x" "12:30" "1.2.3.4" "=" "<" ">=" "!="
      "1.2.3.4/8" "1.2.3.4/32" "1.2.3.4/x" "1.2.3.4/-1" "1.2.3.4" "12:30/4" "/"
      "::1/127" "::1/128" "1::2::3/8" "::ffff:1.2.3.4/8" "::ffff:102:304/8"
      1 -2.5 true false null [] {} [[]] ["x"] ["x",1] [1,2] [null] {"prefix":"x"}
      ["<",1] ["<","1"] [">",1,"<",1] [">",1,"<=",3] [">",1,"=",3] [">",1,"<=",3,"<",4]
      {"equals-ignore-case":"x"} {"a":["x"]} [{"a":["x"]},{"b":["y"]}]
      """
          .lines()
          .flatMap(line -> Stream.of(line.split(" ")))
          .map(Word::new)
          .toList();

  private final Random random;

  BrokenPattern(Random random) {
    this.random = random;
  }

  /** The same but for what stands below {@code data}. */
  Map<String, Object> broken(Map<String, Object> pattern) {
    var broken = new LinkedHashMap<String, Object>(pattern);
    broken.computeIfPresent("data", (key, data) -> changed(data));
    return broken;
  }

  private Object changed(Object value) {
    if (random.nextInt(30) == 0) {
      return any(VALUES);
    }
    return switch (value) {
      case Map<?, ?> map -> {
        var changed = new LinkedHashMap<String, Object>();
        map.forEach((key, inner) -> changed.put(key((String) key), changed(inner)));
        if (random.nextInt(40) == 0) {
          changed.put(any(NAMES), any(VALUES));
        }
        yield changed;
      }
      case List<?> list -> {
        var changed = new ArrayList<Object>();
        list.forEach(inner -> changed.add(changed(inner)));
        if (random.nextInt(20) == 0) {
          changed.add(any(VALUES));
        }
        yield changed;
      }
      default -> value;
    };
  }

  private String key(String key) {
    return random.nextInt(30) == 0 ? any(NAMES) : key;
  }

  private <T> T any(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
