package kafedra.kiosk.pi4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class Mfrc522Test {
  private final SimulatedMfrc522 board = new SimulatedMfrc522(0x92);
  private final Mfrc522 chip = new Mfrc522(board);
  private final SpiCardReader reader = new SpiCardReader(chip, () -> {});

  @Test
  void readsANumberOfFourBytes() {
    chip.reset();
    board.lay(0xDE, 0xAD, 0xBE, 0x0F);
    assertThat(chip.uid()).contains("DEADBE0F");
  }

  @Test
  void readsANumberOfSevenBytes() {
    chip.reset();
    board.lay(0x04, 0xA2, 0xB3, 0xC4, 0xD5, 0xE6, 0x80);
    assertThat(chip.uid()).contains("04A2B3C4D5E680");
  }

  @Test
  void readsNothingWithoutACardOrWithoutAField() {
    board.lay(1, 2, 3, 4);
    assertThat(chip.uid()).as("before the field is on").isEmpty();
    chip.reset();
    board.takeAway();
    assertThat(chip.uid()).isEmpty();
  }

  @Test
  void readsNothingWhileTwoCardsSpeakAtOnce() {
    chip.reset();
    board.lay(1, 2, 3, 4);
    board.collideOnce();
    assertThat(chip.uid()).isEmpty();
    assertThat(chip.uid()).contains("01020304");
  }

  @Test
  void refusesAChipThatIsNone() {
    assertThatThrownBy(() -> new Mfrc522(new SimulatedMfrc522(0xFF)).reset())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("0xFF");
  }

  @Test
  void reckonsTheStandardsOwnExampleOfACheckSum() {
    // ISO/IEC 14443-3, annex B: 0x12 0x34 gives 0x26 0xCF, low byte first
    assertThat(Mfrc522.crc(new int[] {0x12, 0x34}, 2)).isEqualTo(0xCF26);
  }

  @Test
  void tellsOfACardOnceWhileItStaysAndAgainAfterItWasAway() {
    chip.reset();
    board.lay(1, 2, 3, 4);
    assertThat(reader.look()).contains("01020304");
    assertThat(reader.look()).isEmpty();
    board.takeAway();
    assertThat(reader.look()).isEmpty();
    board.lay(1, 2, 3, 4);
    assertThat(reader.look()).as("missed once at the edge of the field").isEmpty();
    board.takeAway();
    for (int i = 0; i < SpiCardReader.MISSES; i++) {
      assertThat(reader.look()).isEmpty();
    }
    board.lay(1, 2, 3, 4);
    assertThat(reader.look()).contains("01020304");
  }

  @Test
  void tellsOfAnotherCardAtOnce() {
    chip.reset();
    board.lay(1, 2, 3, 4);
    assertThat(reader.look()).contains("01020304");
    board.lay(5, 6, 7, 8);
    assertThat(reader.look()).contains("05060708");
  }
}
