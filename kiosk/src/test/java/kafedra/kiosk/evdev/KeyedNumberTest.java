package kafedra.kiosk.evdev;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeyedNumberTest {
  private static final int[] DIGITS = {11, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  private static final int ENTER = 28;

  private final KeyedNumber number = new KeyedNumber();
  private long micros = 1_795_000_000_000_000L;

  /** An event as the kernel writes it. */
  private byte[] event(int type, int code, int value) {
    micros += 8_000;
    return ByteBuffer.allocate(KeyedNumber.EVENT_BYTES)
        .order(ByteOrder.nativeOrder())
        .putLong(micros / 1_000_000)
        .putLong(micros % 1_000_000)
        .putShort((short) type)
        .putShort((short) code)
        .putInt(value)
        .array();
  }

  /** Press, scan code, synchronisation, release: as a reader types. */
  private Optional<String> press(int code) {
    List<Optional<String>> taken = new ArrayList<>();
    taken.add(number.take(event(4, 4, 0x7001e)));
    taken.add(number.take(event(1, code, 1)));
    taken.add(number.take(event(0, 0, 0)));
    taken.add(number.take(event(1, code, 0)));
    return taken.stream().flatMap(Optional::stream).findFirst();
  }

  private void type(String digits) {
    digits.chars().forEach(digit -> assertThat(press(DIGITS[digit - '0'])).isEmpty());
  }

  @Test
  void givesWhatWasTypedAtEnter() {
    type("0004372659");

    assertThat(press(ENTER)).contains("0004372659");
    assertThat(press(ENTER)).isEmpty();
  }

  @Test
  void knowsHexadecimalDigitsAndTheKeypad() {
    for (int code : new int[] {11, 5, 30, 48, 46, 32, 18, 33, 82, 73}) {
      var _ = press(code);
    }

    assertThat(press(96)).contains("04ABCDEF09");
  }

  @Test
  void doesNotTakeAKeyThatIsHeldDownTwice() {
    var _ = number.take(event(1, 2, 1));
    var _ = number.take(event(1, 2, 2));
    var _ = number.take(event(1, 2, 2));

    assertThat(press(ENTER)).contains("1");
  }

  @Test
  void beginsAnewAfterAPauseSoThatHalfANumberIsNoOnesCard() {
    type("123");
    micros += KeyedNumber.PAUSE_MICROS;
    type("456");

    assertThat(press(ENTER)).contains("456");
  }

  @Test
  void passesOverWhatIsTooLongForACard() {
    type("1".repeat(KeyedNumber.LONGEST + 1));
    assertThat(press(ENTER)).isEmpty();

    type("7");
    assertThat(press(ENTER)).contains("7");
  }
}
