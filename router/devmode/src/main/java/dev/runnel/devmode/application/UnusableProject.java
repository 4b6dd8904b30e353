package dev.runnel.devmode.application;

/** Dev mode cannot run what it was given; the message is for whoever typed the command. */
final class UnusableProject extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableProject(String message) {
    super(message);
  }
}
