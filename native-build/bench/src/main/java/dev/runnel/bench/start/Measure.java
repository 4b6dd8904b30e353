package dev.runnel.bench.start;

/** What is measured of a capability. */
enum Measure {
  DISK("on disk", "MiB"),
  LISTENS("listens, TCP", "ms"),
  FIRST_TCP("first answer, TCP", "ms"),
  FIRST_UNIX("first answer, Unix socket", "ms"),
  RESIDENT("resident after it", "MiB"),
  OWN("its share of that, without the model", "MiB"),
  LOADED("resident under load", "MiB");

  private final String what;
  private final String unit;

  Measure(String what, String unit) {
    this.what = what;
    this.unit = unit;
  }

  /** For people. */
  String shown() {
    return what + ", " + unit;
  }

  /** Whether it is longer on a slower machine. */
  boolean isTime() {
    return unit.equals("ms");
  }
}
