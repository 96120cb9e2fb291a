package kafedra.kiosk.pi4j;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The chip's registers with a card before it, as far as a reader of numbers uses them. Answers only
 * to what the standard demands.
 */
final class SimulatedMfrc522 implements Registers {
  private final int[] values = new int[0x40];
  private final Deque<Integer> fifo = new ArrayDeque<>();
  private Optional<int[]> card = Optional.empty();
  private int selectedLevels;
  private int garbled;

  SimulatedMfrc522(int version) {
    values[0x37] = version;
  }

  /** Lays a card with a number of 4 or 7 bytes on the reader. */
  void lay(int... uid) {
    card = Optional.of(uid);
    selectedLevels = 0;
  }

  void takeAway() {
    card = Optional.empty();
  }

  /** The next answer reports a collision, as two cards at once cause it. */
  void collideOnce() {
    garbled = 1;
  }

  @Override
  public int read(int register) {
    return switch (register) {
      case 0x09 -> fifo.isEmpty() ? 0 : fifo.poll();
      case 0x0A -> fifo.size();
      default -> values[register];
    };
  }

  @Override
  public void write(int register, int... bytes) {
    for (int each : bytes) {
      writeOne(register, each);
    }
  }

  private void writeOne(int register, int value) {
    switch (register) {
      case 0x01 -> values[0x01] = value == 0x0F ? 0x20 : value;
      case 0x04 -> values[0x04] &= ~value;
      case 0x09 -> fifo.add(value);
      case 0x0A -> {
        if ((value & 0x80) != 0) {
          fifo.clear();
        }
      }
      case 0x0D -> {
        values[0x0D] = value;
        if ((value & 0x80) != 0 && values[0x01] == 0x0C) {
          exchange(value & 0x07);
        }
      }
      default -> values[register] = value;
    }
  }

  private void exchange(int bits) {
    List<Integer> sent = new ArrayList<>(fifo);
    fifo.clear();
    values[0x06] = 0;
    boolean powered = (values[0x14] & 0x03) == 0x03;
    int[] answer = powered && card.isPresent() ? answer(card.get(), sent, bits) : new int[0];
    if (answer.length == 0) {
      values[0x04] |= 0x01;
      return;
    }
    if (garbled > 0) {
      garbled--;
      values[0x06] = 0x08;
    }
    Arrays.stream(answer).forEach(fifo::add);
    values[0x04] |= 0x20;
  }

  private int[] answer(int[] uid, List<Integer> sent, int bits) {
    if (bits == 7 && sent.equals(List.of(0x52))) {
      selectedLevels = 0;
      return new int[] {0x44, 0x00};
    }
    if (sent.size() < 2 || sent.get(0) != (selectedLevels == 0 ? 0x93 : 0x95)) {
      return new int[0];
    }
    int[] part = part(uid);
    int check = part[0] ^ part[1] ^ part[2] ^ part[3];
    if (sent.get(1) == 0x20 && sent.size() == 2) {
      return new int[] {part[0], part[1], part[2], part[3], check};
    }
    int[] request = sent.stream().mapToInt(Integer::intValue).toArray();
    int crc = Mfrc522.crc(request, 7);
    boolean forUs =
        request.length == 9
            && request[1] == 0x70
            && request[2] == part[0]
            && request[6] == check
            && request[7] == (crc & 0xFF)
            && request[8] == crc >> 8;
    if (!forUs) {
      return new int[0];
    }
    selectedLevels++;
    boolean whole = uid.length == 4 || selectedLevels == 2;
    return new int[] {whole ? 0x08 : 0x04, 0, 0};
  }

  private int[] part(int[] uid) {
    if (uid.length == 4) {
      return uid;
    }
    return selectedLevels == 0
        ? new int[] {0x88, uid[0], uid[1], uid[2]}
        : new int[] {uid[3], uid[4], uid[5], uid[6]};
  }
}
