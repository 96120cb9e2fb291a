package kafedra.kiosk.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kafedra.kiosk.upkeep.HardwareCheck;
import kafedra.kiosk.upkeep.HardwareCheck.Part;
import kafedra.kiosk.upkeep.HardwareCheck.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardCheckTest {
  @TempDir Path root;

  private void write(String file, String text) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private Part part(String name) {
    return new BoardCheck(root)
        .get().parts().stream().filter(it -> it.part().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void findsWhatAPiOffersAndSaysWhatIsToBeDone() throws IOException {
    write("proc/device-tree/model", "Raspberry Pi 4 Model B Rev 1.4\0");
    write("dev/gpiochip0", "");
    write("proc/self/status", "Name:\tjava\nGid:\t1000\t1000\t1000\t1000\nGroups:\t997 999\n");
    write("etc/group", "root:x:0:\ngpio:x:997:pi\nspi:x:998:\ninput:x:999:pi\n");

    HardwareCheck check = new BoardCheck(root).get();

    assertThat(check.board()).isEqualTo("Raspberry Pi 4 Model B Rev 1.4");
    assertThat(part("pins")).isEqualTo(new Part("pins", "/dev/gpiochip0", State.READY, ""));
    assertThat(part("SPI").state()).isEqualTo(State.MISSING);
    assertThat(part("SPI").advice()).contains("raspi-config");
    assertThat(part("group gpio").state()).isEqualTo(State.READY);
    assertThat(part("group spi").advice()).contains("usermod -aG spi");
    assertThat(part("group input").state()).isEqualTo(State.READY);
  }

  @Test
  void printsATable() throws IOException {
    write("dev/spidev0.0", "");

    String table = new BoardCheck(root).get().table();

    assertThat(table).startsWith("board: no Raspberry Pi\n").contains("what to do");
    assertThat(table.lines().filter(line -> line.startsWith("SPI")).findFirst().orElseThrow())
        .matches("SPI +/dev/spidev0\\.0 +READY");
  }
}
