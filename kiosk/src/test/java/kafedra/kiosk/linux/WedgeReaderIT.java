package kafedra.kiosk.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import kafedra.contract.message.KioskTrouble;
import kafedra.kiosk.evdev.WedgeReader;
import kafedra.kiosk.upkeep.Troubles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The reader on a pipe of recorded events, through the calls that read a device. A pipe cannot be
 * grabbed; that part runs on a machine with an input device only.
 */
class WedgeReaderIT {
  private static final int[] DIGITS = {11, 2, 3, 4, 5, 6, 7, 8, 9, 10};
  private static final int ENTER = 28;

  @TempDir Path folder;

  private final Troubles troubles = new Troubles();
  private final List<String> cards = new CopyOnWriteArrayList<>();
  private Path device;

  @BeforeEach
  void plugIn() throws Exception {
    device = folder.resolve("event0");
    makePipe();
  }

  private void makePipe() throws Exception {
    assertThat(new ProcessBuilder("mkfifo", device.toString()).start().waitFor()).isZero();
  }

  private static byte[] card(String digits) {
    ByteBuffer events = ByteBuffer.allocate((digits.length() + 1) * 2 * 24);
    events.order(ByteOrder.nativeOrder());
    digits.chars().forEach(digit -> put(events, DIGITS[digit - '0']));
    put(events, ENTER);
    return events.array();
  }

  private static void put(ByteBuffer events, int code) {
    for (int value = 1; value >= 0; value--) {
      events.putLong(1_795_000_000L).putLong(0).putShort((short) 1).putShort((short) code);
      events.putInt(value);
    }
  }

  @Test
  void readsCardsAndIsThereAgainAfterItWasUnplugged() throws Exception {
    try (WedgeReader reader = new WedgeReader(() -> GrabbedDevice.shared(device), troubles)) {
      reader.start(cards::add);
      try (OutputStream plugged = Files.newOutputStream(device)) {
        plugged.write(card("0004372659"));
        plugged.write(card("7"));
        plugged.flush();
        await().until(() -> cards.equals(List.of("0004372659", "7")));
      }
      Files.delete(device);
      await().until(() -> troubles.now().contains(KioskTrouble.READER_FAILING));

      makePipe();
      try (OutputStream again = Files.newOutputStream(device)) {
        again.write(card("42"));
        again.flush();
        await().until(() -> cards.contains("42"));
      }
    }
  }

  @Test
  void refusesWhatItCannotHaveAlone() throws IOException {
    Path file = Files.write(folder.resolve("file"), new byte[24]);

    assertThatThrownBy(() -> GrabbedDevice.open(file))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("cannot be had alone");
    assertThatThrownBy(() -> GrabbedDevice.open(folder.resolve("gone")))
        .hasMessageContaining("unplugged");
  }
}
