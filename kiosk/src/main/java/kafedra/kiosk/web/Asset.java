package kafedra.kiosk.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;

/** A file of the portal, ready to be sent. */
final class Asset {
  private final String type;
  private final byte[] plain;
  private final byte[] zipped;
  private final String etag;

  Asset(String type, byte[] plain) {
    this.type = type;
    this.plain = plain;
    this.zipped = zip(plain);
    this.etag = "\"" + hash(plain) + "\"";
  }

  String type() {
    return type;
  }

  String etag() {
    return etag;
  }

  byte[] plain() {
    return plain;
  }

  /** Not longer than the plain content, or that content itself. */
  byte[] zipped() {
    return zipped;
  }

  boolean isSmallerZipped() {
    return zipped.length < plain.length;
  }

  private static byte[] zip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(plain.length / 2 + 64);
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(plain);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.size() < plain.length ? out.toByteArray() : plain;
  }

  private static String hash(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, 8);
    } catch (NoSuchAlgorithmException absent) {
      throw new IllegalStateException("every Java has SHA-256", absent);
    }
  }
}
