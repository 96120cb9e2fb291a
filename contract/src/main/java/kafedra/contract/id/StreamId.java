package kafedra.contract.id;

import java.util.regex.Pattern;

/**
 * A numbered stream of records of one kiosk's one outbox file. A replaced or rebuilt outbox starts
 * a new {@code epoch}, so that its numbers, which begin at 1 again, are never taken for repeats of
 * the old ones.
 *
 * @param epoch 8 lowercase hexadecimal digits, drawn when the outbox file is made
 */
public record StreamId(KioskId kiosk, String epoch) {
  private static final Pattern EPOCH = Pattern.compile("[0-9a-f]{8}");

  public StreamId {
    if (!EPOCH.matcher(epoch).matches()) {
      throw new IllegalArgumentException(
          "stream epoch «" + epoch + "» is not 8 hexadecimal digits");
    }
  }

  /** Reads the form that {@link #toString} writes. */
  public static StreamId parse(String text) {
    int dot = text.lastIndexOf('.');
    if (dot < 0) {
      throw new IllegalArgumentException(
          "stream id «" + text + "» lacks its epoch. Maybe: kiosk.0123abcd");
    }
    return new StreamId(new KioskId(text.substring(0, dot)), text.substring(dot + 1));
  }

  @Override
  public String toString() {
    return kiosk + "." + epoch;
  }
}
