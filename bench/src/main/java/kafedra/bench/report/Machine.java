package kafedra.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/** The machine that a figure was measured on, as far as it matters to a reader. */
public final class Machine {
  private Machine() {}

  /** One line: processor, memory, system, Java, and how busy others keep it. */
  public static String describe() {
    Runtime runtime = Runtime.getRuntime();
    return String.format(
        Locale.ROOT,
        "%s, %d cores, %s of memory; %s %s; Java %s; load before the run %.1f",
        field("/proc/cpuinfo", "model name"),
        runtime.availableProcessors(),
        memory(),
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        Runtime.version(),
        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
  }

  private static String memory() {
    String kilobytes = field("/proc/meminfo", "MemTotal").replaceAll("\\D", "");
    return kilobytes.isEmpty()
        ? "unknown size"
        : Math.round(Long.parseLong(kilobytes) / 1048576.0) + " GB";
  }

  private static String field(String file, String name) {
    try (Stream<String> lines = Files.lines(Path.of(file))) {
      return lines
          .filter(line -> line.startsWith(name))
          .findFirst()
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .orElse("unknown");
    } catch (IOException otherSystem) {
      return "unknown";
    }
  }
}
