package dev.runnel.kit.sample;

/** What is said. */
public record Greeting(String text) {

  static Greeting to(Guest guest) {
    return new Greeting("Hello " + guest.name());
  }
}
