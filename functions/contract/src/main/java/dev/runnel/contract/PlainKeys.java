package dev.runnel.contract;

import java.util.Arrays;

/** The hash codes of the keys of all objects that are open, the outer ones' first. */
final class PlainKeys {

  /** Each key is compared with all others, so there must not be many. */
  private static final int MOST = 64;

  private static final int ROOM = 32;

  private int[] hashes = new int[ROOM];
  private int size;
  private int first;

  /** Begins an object; with what this answers it is closed. */
  int open() {
    int outer = first;
    first = size;
    return outer;
  }

  void close(int outer) {
    size = first;
    first = outer;
  }

  /** Whether it was added: it is not the only one too many, and none has its hash code. */
  boolean add(int hash) {
    for (int i = first; i < size; i++) {
      if (hashes[i] == hash) {
        return false;
      }
    }
    if (size == hashes.length) {
      hashes = Arrays.copyOf(hashes, 2 * size);
    }
    hashes[size++] = hash;
    return size - first <= MOST;
  }
}
