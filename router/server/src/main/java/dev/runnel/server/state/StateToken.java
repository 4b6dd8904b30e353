package dev.runnel.server.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prints the token of a capability: what {@code ./runnel state-token} starts. */
final class StateToken {

  private StateToken() {}

  /**
   * Prints it, or says what is missing.
   *
   * @param arguments the capability, and the file in which a router has left the journal's key
   */
  static void main(String[] arguments) throws IOException {
    String configured = System.getenv("RUNNEL_STATE_KEY");
    Path left = Path.of(arguments[1]);
    if (configured == null && !Files.exists(left)) {
      IO.println(
          "There is no key to make a token with: set RUNNEL_STATE_KEY as the routers have it, or"
              + " RUNNEL_DATA to the folder of one that has run and been asked for state ("
              + left
              + " is not there)");
      System.exit(1);
    }
    String key = configured == null ? Files.readString(left) : configured;
    IO.println(new Tokens(key).of(arguments[0]));
  }
}
