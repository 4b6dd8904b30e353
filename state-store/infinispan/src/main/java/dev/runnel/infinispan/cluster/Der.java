package dev.runnel.infinispan.cluster;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** ASN.1 as certificates are written in (X.690, DER); the few kinds of it that one needs. */
final class Der {

  private static final int INTEGER = 0x02;
  private static final int BIT_STRING = 0x03;
  private static final int OBJECT_ID = 0x06;
  private static final int UTF8 = 0x0c;
  private static final int TIME = 0x18;
  private static final int SEQUENCE = 0x30;
  private static final int SET = 0x31;

  private Der() {}

  static byte[] sequence(byte[]... parts) {
    return tagged(SEQUENCE, joined(parts));
  }

  static byte[] set(byte[]... parts) {
    return tagged(SET, joined(parts));
  }

  /** A small number. */
  static byte[] integer(int value) {
    return tagged(INTEGER, new byte[] {(byte) value});
  }

  static byte[] objectId(int... encoded) {
    byte[] bytes = new byte[encoded.length];
    for (int i = 0; i < encoded.length; i++) {
      bytes[i] = (byte) encoded[i];
    }
    return tagged(OBJECT_ID, bytes);
  }

  static byte[] text(String text) {
    return tagged(UTF8, text.getBytes(StandardCharsets.UTF_8));
  }

  /** A moment as {@code 20260101000000Z}. */
  static byte[] time(String text) {
    return tagged(TIME, text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Whole bytes. */
  static byte[] bits(byte[] bytes) {
    return tagged(BIT_STRING, joined(new byte[] {0}, bytes));
  }

  private static byte[] tagged(int tag, byte[] content) {
    int length = content.length;
    byte[] header =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return joined(header, content);
  }

  private static byte[] joined(byte[]... parts) {
    var joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
