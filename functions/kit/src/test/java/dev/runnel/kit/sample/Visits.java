package dev.runnel.kit.sample;

import jakarta.enterprise.context.RequestScoped;

/** Counts within one call, to show that each call has a request scope of its own. */
@RequestScoped
public class Visits {
  private int count;

  int next() {
    return ++count;
  }
}
