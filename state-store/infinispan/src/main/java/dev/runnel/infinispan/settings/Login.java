package dev.runnel.infinispan.settings;

/**
 * As whom a router asks a remote Infinispan; proved by SCRAM, so that the password is not sent.
 *
 * @param user its name
 * @param password its password, which no message shows
 */
public record Login(String user, String password) {

  /** Does not say the password. */
  @Override
  public String toString() {
    return "Login[user=%s]".formatted(user);
  }
}
