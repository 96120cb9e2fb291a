package kafedra.kiosk.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.kiosk.upkeep.HardwareCheck;
import kafedra.kiosk.upkeep.HardwareCheck.Part;
import kafedra.kiosk.upkeep.HardwareCheck.State;

/** Looks at boards, buses, groups and input devices as Linux shows them. */
public final class BoardCheck implements Supplier<HardwareCheck> {
  private final Path root;

  public BoardCheck() {
    this(Path.of("/"));
  }

  /**
   * @param root what stands for the root of the file system
   */
  BoardCheck(Path root) {
    this.root = root;
  }

  @Override
  public HardwareCheck get() {
    List<Part> parts = new ArrayList<>();
    parts.add(device("pins", "dev", "gpiochip", "gpio", "use a kernel with the GPIO driver"));
    parts.add(device("SPI", "dev", "spidev0", "spi", "turn SPI on: raspi-config, Interface"));
    parts.add(device("I2C", "dev", "i2c-", "i2c", "turn I2C on: raspi-config, Interface"));
    parts.add(
        device(
            "USB reader", "dev/input/by-id", "", "input", "plug the reader in, then look again"));
    Set<String> groups = groups();
    for (String group : List.of("gpio", "spi", "i2c", "input")) {
      boolean member = groups.contains(group) || groups.contains("root");
      parts.add(
          new Part(
              "group " + group,
              member ? "member" : "",
              member ? State.READY : State.MISSING,
              member ? "" : "usermod -aG " + group + " USER, then start the kiosk anew"));
    }
    return new HardwareCheck(board(), parts);
  }

  private String board() {
    return text("proc/device-tree/model")
        .map(it -> it.replace("\0", "").strip())
        .orElse("no Raspberry Pi");
  }

  private Part device(String part, String folder, String prefix, String group, String advice) {
    List<Path> found = starting(folder, prefix);
    if (found.isEmpty()) {
      return new Part(part, "", State.MISSING, advice);
    }
    String names =
        found.stream()
            .map(it -> "/" + root.relativize(it))
            .limit(2)
            .collect(Collectors.joining(" "));
    boolean usable = found.stream().anyMatch(Files::isReadable);
    return usable
        ? new Part(part, names, State.READY, "")
        : new Part(part, names, State.FORBIDDEN, "usermod -aG " + group + " USER");
  }

  private List<Path> starting(String folder, String prefix) {
    try (Stream<Path> files = Files.list(root.resolve(folder))) {
      return files.filter(it -> it.getFileName().toString().startsWith(prefix)).sorted().toList();
    } catch (IOException absent) {
      return List.of();
    }
  }

  /** Names of the groups that this process is in. */
  private Set<String> groups() {
    Set<String> ids =
        text("proc/self/status").stream()
            .flatMap(String::lines)
            .filter(line -> line.startsWith("Groups:") || line.startsWith("Gid:"))
            .flatMap(line -> Arrays.stream(line.split("\\s+", -1)).skip(1))
            .collect(Collectors.toSet());
    return text("etc/group").stream()
        .flatMap(String::lines)
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length > 2 && ids.contains(fields[2]))
        .map(fields -> fields[0])
        .collect(Collectors.toSet());
  }

  private Optional<String> text(String file) {
    try {
      return Optional.of(Files.readString(root.resolve(file)));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
