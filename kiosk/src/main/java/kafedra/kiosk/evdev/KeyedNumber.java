package kafedra.kiosk.evdev;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Optional;

/**
 * Gathers the keys that a reader types into the number of a card, which Enter ends. An event is
 * {@code struct input_event} of a 64-bit Linux: seconds and microseconds of eight bytes each, type
 * and code of two, value of four.
 */
final class KeyedNumber {
  static final int EVENT_BYTES = 24;

  /** A card's number has no more digits; what is longer is no card. */
  static final int LONGEST = 32;

  /** A reader types faster than any hand; after such a pause a new number begins. */
  static final long PAUSE_MICROS = 500_000;

  private static final int EV_KEY = 1;
  private static final int PRESSED = 1;
  private static final int ENTER = 28;
  private static final int KEYPAD_ENTER = 96;

  /** Codes of linux/input-event-codes.h: the row of digits, the keypad, and A to F. */
  private static final Map<Integer, Character> KEYS =
      Map.ofEntries(
          Map.entry(2, '1'),
          Map.entry(3, '2'),
          Map.entry(4, '3'),
          Map.entry(5, '4'),
          Map.entry(6, '5'),
          Map.entry(7, '6'),
          Map.entry(8, '7'),
          Map.entry(9, '8'),
          Map.entry(10, '9'),
          Map.entry(11, '0'),
          Map.entry(79, '1'),
          Map.entry(80, '2'),
          Map.entry(81, '3'),
          Map.entry(75, '4'),
          Map.entry(76, '5'),
          Map.entry(77, '6'),
          Map.entry(71, '7'),
          Map.entry(72, '8'),
          Map.entry(73, '9'),
          Map.entry(82, '0'),
          Map.entry(30, 'A'),
          Map.entry(48, 'B'),
          Map.entry(46, 'C'),
          Map.entry(32, 'D'),
          Map.entry(18, 'E'),
          Map.entry(33, 'F'));

  private final StringBuilder typed = new StringBuilder();
  private long lastMicros;
  private boolean tooLong;

  /** Takes one event, and gives the number that it ended. */
  Optional<String> take(byte[] event) {
    ByteBuffer fields = ByteBuffer.wrap(event).order(ByteOrder.nativeOrder());
    long micros = fields.getLong(0) * 1_000_000 + fields.getLong(8);
    int type = Short.toUnsignedInt(fields.getShort(16));
    int code = Short.toUnsignedInt(fields.getShort(18));
    if (type != EV_KEY || fields.getInt(20) != PRESSED) {
      return Optional.empty();
    }
    if (micros - lastMicros > PAUSE_MICROS) {
      forget();
    }
    lastMicros = micros;
    if (code == ENTER || code == KEYPAD_ENTER) {
      Optional<String> whole =
          typed.isEmpty() || tooLong ? Optional.empty() : Optional.of(typed.toString());
      forget();
      return whole;
    }
    Optional.ofNullable(KEYS.get(code)).ifPresent(this::add);
    return Optional.empty();
  }

  private void add(char key) {
    tooLong |= typed.length() == LONGEST;
    if (!tooLong) {
      typed.append(key);
    }
  }

  /** What was typed before is no part of what comes. */
  void forget() {
    typed.setLength(0);
    tooLong = false;
  }
}
