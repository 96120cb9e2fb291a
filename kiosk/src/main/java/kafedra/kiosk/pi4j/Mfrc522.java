package kafedra.kiosk.pi4j;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/**
 * The chip of the common 13.56 MHz reader boards (NXP MFRC522): asks whether a card of ISO/IEC
 * 14443 type A lies on it, and for its number. A number is a name and proves nothing; that is all a
 * kiosk needs to find a person.
 */
final class Mfrc522 {
  private static final int COMMAND = 0x01;
  private static final int INTERRUPTS = 0x04;
  private static final int ERROR = 0x06;
  private static final int FIFO_DATA = 0x09;
  private static final int FIFO_LEVEL = 0x0A;
  private static final int BIT_FRAMING = 0x0D;
  private static final int MODE = 0x11;
  private static final int TX_CONTROL = 0x14;
  private static final int TX_ASK = 0x15;
  private static final int TIMER_MODE = 0x2A;
  private static final int TIMER_PRESCALER = 0x2B;
  private static final int TIMER_RELOAD_HIGH = 0x2C;
  private static final int TIMER_RELOAD_LOW = 0x2D;
  private static final int VERSION = 0x37;

  private static final int IDLE = 0x00;
  private static final int TRANSCEIVE = 0x0C;
  private static final int SOFT_RESET = 0x0F;
  private static final int POWER_DOWN_BIT = 0x10;

  private static final int RECEIVED = 0x30; // RxIRq or IdleIRq
  private static final int TIMED_OUT = 0x01;
  private static final int WRONG = 0x1B; // buffer overflow, collision, parity or protocol error
  private static final int START_SEND = 0x80;
  private static final int FLUSH = 0x80;

  /** Wakes halted cards too, so a card that stays on the reader keeps answering. */
  private static final int WAKE_UP = 0x52;

  private static final int SEVEN_BITS = 0x07;
  private static final int[] SELECT = {0x93, 0x95};
  private static final int ANTICOLLISION = 0x20;
  private static final int WHOLE = 0x70;
  private static final int CASCADE = 0x88;
  private static final int UID_GOES_ON = 0x04;

  /** The timer ends an unanswered command after 25 ms; so many looks take far longer on any bus. */
  private static final int LOOKS = 5_000;

  private final Registers registers;

  Mfrc522(Registers registers) {
    this.registers = registers;
  }

  /**
   * Brings the chip into a known state and switches its field on.
   *
   * @throws IllegalStateException if nothing answers, or not such a chip
   */
  void reset() {
    registers.write(COMMAND, SOFT_RESET);
    for (int look = 0; look < LOOKS && (registers.read(COMMAND) & POWER_DOWN_BIT) != 0; look++) {
      Thread.onSpinWait();
    }
    int version = registers.read(VERSION);
    if (version != 0x91 && version != 0x92 && version != 0x88) {
      throw new IllegalStateException(
          "no MFRC522 answers: its version reads as 0x%02X".formatted(version));
    }
    registers.write(TIMER_MODE, 0x80); // starts by itself after sending
    registers.write(TIMER_PRESCALER, 0xA9); // 25 µs a step
    registers.write(TIMER_RELOAD_HIGH, 0x03);
    registers.write(TIMER_RELOAD_LOW, 0xE8); // 1,000 steps: 25 ms
    registers.write(TX_ASK, 0x40); // 100 % ASK
    registers.write(MODE, 0x3D); // CRC begins with 0x6363, as type A wants
    registers.write(TX_CONTROL, registers.read(TX_CONTROL) | 0x03);
  }

  /**
   * The number of the card on the reader, 8, 14 hexadecimal digits in upper case; empty without a
   * card, with two at once, or when it was taken away too soon.
   */
  Optional<String> uid() {
    if (transceive(SEVEN_BITS, WAKE_UP).length != 2) {
      return Optional.empty();
    }
    int[] first = level(SELECT[0]);
    if (first.length == 0) {
      return Optional.empty();
    }
    if (first[0] != CASCADE) {
      return Optional.of(hex(first));
    }
    int[] second = level(SELECT[1]);
    if (second.length == 0) {
      return Optional.empty();
    }
    int[] whole = Arrays.copyOf(Arrays.copyOfRange(first, 1, 4), 7);
    System.arraycopy(second, 0, whole, 3, 4);
    return Optional.of(hex(whole));
  }

  /** One cascade level: asks for four bytes of the number and selects the card by them. */
  private int[] level(int select) {
    int[] answer = transceive(0, select, ANTICOLLISION);
    boolean good =
        answer.length == 5 && (answer[0] ^ answer[1] ^ answer[2] ^ answer[3]) == answer[4];
    if (!good) {
      return new int[0];
    }
    int[] request = {select, WHOLE, answer[0], answer[1], answer[2], answer[3], answer[4], 0, 0};
    int crc = crc(request, 7);
    request[7] = crc & 0xFF;
    request[8] = crc >> 8;
    int[] selected = transceive(0, request);
    boolean goesOn = selected.length == 3 && (selected[0] & UID_GOES_ON) != 0;
    boolean asExpected = selected.length == 3 && goesOn == (answer[0] == CASCADE);
    return asExpected ? Arrays.copyOf(answer, 4) : new int[0];
  }

  /** Sends and returns what came back; nothing when nothing came, or something damaged. */
  private int[] transceive(int framing, int... bytes) {
    registers.write(COMMAND, IDLE);
    registers.write(INTERRUPTS, 0x7F);
    registers.write(FIFO_LEVEL, FLUSH);
    registers.write(FIFO_DATA, bytes);
    registers.write(BIT_FRAMING, framing);
    registers.write(COMMAND, TRANSCEIVE);
    registers.write(BIT_FRAMING, framing | START_SEND);
    int interrupts = 0;
    for (int look = 0; look < LOOKS && (interrupts & (RECEIVED | TIMED_OUT)) == 0; look++) {
      interrupts = registers.read(INTERRUPTS);
    }
    registers.write(BIT_FRAMING, 0);
    if ((interrupts & RECEIVED) == 0 || (registers.read(ERROR) & WRONG) != 0) {
      return new int[0];
    }
    int[] received = new int[registers.read(FIFO_LEVEL)];
    for (int i = 0; i < received.length; i++) {
      received[i] = registers.read(FIFO_DATA);
    }
    return received;
  }

  /** CRC_A of ISO/IEC 14443-3, annex B. */
  static int crc(int[] bytes, int length) {
    int crc = 0x6363;
    for (int i = 0; i < length; i++) {
      int mixed = (bytes[i] ^ crc) & 0xFF;
      mixed = (mixed ^ mixed << 4) & 0xFF;
      crc = (crc >> 8 ^ mixed << 8 ^ mixed << 3 ^ mixed >> 4) & 0xFFFF;
    }
    return crc;
  }

  private static String hex(int[] bytes) {
    byte[] plain = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      plain[i] = (byte) bytes[i];
    }
    return HexFormat.of().withUpperCase().formatHex(plain);
  }
}
