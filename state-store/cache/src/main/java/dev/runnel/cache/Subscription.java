package dev.runnel.cache;

/** What somebody listens by; nothing more is told once it is closed. */
public interface Subscription extends AutoCloseable {

  @Override
  void close();
}
