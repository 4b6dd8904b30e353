package dev.runnel.contract;

/** Characters beyond ASCII in UTF-8, as RFC 3629 writes them. */
final class Utf8 {

  private Utf8() {}

  /**
   * Behind the character that begins at this place with a byte beyond ASCII, or -1 where none does:
   * the well-formed sequences of the Unicode Standard, table 3-7.
   */
  static int afterCharacter(byte[] text, int at) {
    int first = text[at] & 0xFF;
    if (first >= 0xC2 && first <= 0xDF) {
      return hasTail(text, at + 1, 1) ? at + 2 : -1;
    }
    if (first >= 0xE0 && first <= 0xEF) {
      int least = first == 0xE0 ? 0xA0 : 0x80;
      int most = first == 0xED ? 0x9F : 0xBF;
      return isBetween(text, at + 1, least, most) && hasTail(text, at + 2, 1) ? at + 3 : -1;
    }
    if (first >= 0xF0 && first <= 0xF4) {
      int least = first == 0xF0 ? 0x90 : 0x80;
      int most = first == 0xF4 ? 0x8F : 0xBF;
      return isBetween(text, at + 1, least, most) && hasTail(text, at + 2, 2) ? at + 4 : -1;
    }
    return -1;
  }

  private static boolean hasTail(byte[] text, int from, int bytes) {
    for (int i = from; i < from + bytes; i++) {
      if (!isBetween(text, i, 0x80, 0xBF)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isBetween(byte[] text, int at, int least, int most) {
    return at < text.length && (text[at] & 0xFF) >= least && (text[at] & 0xFF) <= most;
  }
}
