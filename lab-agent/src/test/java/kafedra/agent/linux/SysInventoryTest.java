package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.message.DiskHealth;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Inventory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SysInventoryTest {
  @TempDir Path root;
  private final Map<String, String> said = new HashMap<>();

  private Inventory look() {
    return new SysInventory(root, words -> Optional.ofNullable(said.get(words.getFirst()))).look();
  }

  private void has(String path) throws IOException {
    Files.createDirectories(root.resolve(path));
  }

  @Test
  void findsNothingInAnEmptyMachine() {
    assertThat(look()).isEqualTo(new Inventory(List.of(), DiskHealth.UNTOLD, null, null));
  }

  @Test
  void findsCameraAndHeadsetButNotTheBoardsOwnSound() throws IOException {
    has("sys/devices/pci/sound/pcmC0D0c");
    has("sys/class/sound");
    Files.createSymbolicLink(
        root.resolve("sys/class/sound/pcmC0D0c"), root.resolve("sys/devices/pci/sound/pcmC0D0c"));
    assertThat(look().found()).isEmpty();

    has("sys/devices/pci/usb1/sound/pcmC1D0c");
    Files.createSymbolicLink(
        root.resolve("sys/class/sound/pcmC1D0c"),
        root.resolve("sys/devices/pci/usb1/sound/pcmC1D0c"));
    has("sys/class/video4linux/video0");
    assertThat(look().found()).containsExactly(Feature.WEBCAM, Feature.HEADSET);
  }

  @Test
  void asksEachDisk() throws IOException {
    has("sys/block/sda");
    said.put("smartctl", "SMART overall-health self-assessment test result: PASSED");
    assertThat(look().disk()).isEqualTo(DiskHealth.SOUND);
    said.put("smartctl", "SMART overall-health self-assessment test result: FAILED!");
    assertThat(look().disk()).isEqualTo(DiskHealth.FAILING);
  }

  @Test
  void countsWhatWaitsToBeUpdated() {
    said.put("apt-get", "Reading...\nInst bash [5.2]\nInst libc6 [2.41]\nConf bash\n");
    assertThat(look().updates()).isEqualTo(2);
  }

  @Test
  void tellsTheAddressOfTheCardThatLeadsOut() throws IOException {
    has("proc/net");
    has("sys/class/net/enp1s0");
    Files.writeString(
        root.resolve("proc/net/route"),
        "Iface\tDestination\tGateway\nenp2s0\t0000A8C0\t0\nenp1s0\t00000000\t0101A8C0\n");
    Files.writeString(root.resolve("sys/class/net/enp1s0/address"), "52:54:00:12:34:56\n");
    assertThat(look().address()).isEqualTo("52:54:00:12:34:56");
  }
}
