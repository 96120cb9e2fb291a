package kafedra.agent.linux;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import kafedra.agent.health.MachineInventory;
import kafedra.contract.message.DiskHealth;
import kafedra.contract.message.Feature;
import kafedra.contract.message.Inventory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Equipment as the kernel lists it under {@code /sys}, the disk's word by {@code smartctl} and
 * waiting updates by {@code apt-get}, where they are installed. Looked for once an hour, on a
 * thread of its own.
 */
public final class SysInventory implements MachineInventory, AutoCloseable {
  static final Duration EVERY = Duration.ofHours(1);
  private static final Duration DEADLINE = Duration.ofSeconds(60);
  private static final Logger log = LoggerFactory.getLogger(SysInventory.class);

  /** Runs a program of the system; empty if it is not there or took too long. */
  @FunctionalInterface
  interface Programs {
    Optional<String> output(List<String> words);
  }

  private final Path root;
  private final Programs programs;
  private final CountDownLatch closing = new CountDownLatch(1);
  private volatile Optional<Inventory> latest = Optional.empty();

  public SysInventory() {
    this(Path.of("/"), SysInventory::run);
  }

  SysInventory(Path root, Programs programs) {
    this.root = root;
    this.programs = programs;
  }

  public void start() {
    Thread.ofPlatform()
        .name("inventory")
        .daemon(true)
        .start(() -> {
          try {
            do {
              latest = Optional.of(look());
            } while (!closing.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
          } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
          } catch (RuntimeException unreadable) {
            // a machine whose equipment cannot be read still has a seat to keep
            log.warn("this machine's equipment cannot be read; it is not reported", unreadable);
          }
        });
  }

  @Override
  public Optional<Inventory> latest() {
    return latest;
  }

  Inventory look() {
    List<Feature> found = new ArrayList<>();
    if (!list("sys/class/video4linux", "video*").isEmpty()) {
      found.add(Feature.WEBCAM);
    }
    if (list("sys/class/sound", "pcmC*c").stream().anyMatch(SysInventory::isOnUsb)) {
      found.add(Feature.HEADSET);
    }
    return new Inventory(found, disk(), updates(), address());
  }

  /** A microphone on USB comes with something to hear: nobody plugs in a microphone alone. */
  private static boolean isOnUsb(Path device) {
    try {
      return device.toRealPath().toString().contains("/usb");
    } catch (IOException gone) {
      return false;
    }
  }

  private DiskHealth disk() {
    List<Path> disks = new ArrayList<>(list("sys/block", "sd*"));
    disks.addAll(list("sys/block", "nvme*"));
    DiskHealth worst = DiskHealth.UNTOLD;
    for (Path disk : disks) {
      String said =
          programs.output(List.of("smartctl", "-H", "/dev/" + disk.getFileName())).orElse("");
      if (said.contains("FAILED")) {
        return DiskHealth.FAILING;
      }
      worst = said.contains("PASSED") || said.contains(": OK") ? DiskHealth.SOUND : worst;
    }
    return worst;
  }

  private @Nullable Integer updates() {
    return programs
        .output(List.of("apt-get", "-s", "-o", "Debug::NoLocking=true", "upgrade"))
        .map(said -> (int) said.lines().filter(line -> line.startsWith("Inst ")).count())
        .orElse(null);
  }

  /** That of the card which leads out of this machine. */
  private @Nullable String address() {
    try {
      return Files.readAllLines(root.resolve("proc/net/route")).stream()
          .map(line -> line.split("\\s+", -1))
          .filter(words -> words.length > 1 && words[1].equals("00000000"))
          .map(words -> root.resolve("sys/class/net").resolve(words[0]).resolve("address"))
          .filter(Files::isReadable)
          .findFirst()
          .map(SysInventory::read)
          .filter(address -> address.matches("([0-9a-f]{2}:){5}[0-9a-f]{2}"))
          .orElse(null);
    } catch (IOException none) {
      return null;
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException gone) {
      return "";
    }
  }

  private List<Path> list(String folder, String names) {
    List<Path> found = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(root.resolve(folder), names)) {
      entries.forEach(found::add);
    } catch (IOException | DirectoryIteratorException none) {
      log.debug("there is no {}: {}", folder, none.toString());
    }
    return found;
  }

  private static Optional<String> run(List<String> words) {
    try {
      Path output = Files.createTempFile("kafedra-inventory", ".txt");
      try {
        Process child =
            new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!child.waitFor(DEADLINE.toMillis(), TimeUnit.MILLISECONDS)) {
          child.destroyForcibly();
          return Optional.empty();
        }
        return Optional.of(Files.readString(output, StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException absent) {
      return Optional.empty();
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    closing.countDown();
  }
}
