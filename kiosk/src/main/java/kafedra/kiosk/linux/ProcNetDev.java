package kafedra.kiosk.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import kafedra.kiosk.line.InterfaceCounters;

/**
 * Counters of {@code /proc/net/dev}: of a named interface, else of that with the default route,
 * else of all but loopback.
 */
public final class ProcNetDev implements InterfaceCounters {
  private static final int SENT = 8;

  private final Path proc;
  private final Optional<String> named;

  public ProcNetDev(Optional<String> named) {
    this(Path.of("/proc"), named);
  }

  ProcNetDev(Path proc, Optional<String> named) {
    this.proc = proc;
    this.named = named;
  }

  @Override
  public Optional<Bytes> read() {
    Optional<String> wanted = named.or(this::defaultRoute);
    Predicate<String> chosen = name -> wanted.map(name::equals).orElseGet(() -> !name.equals("lo"));
    long received = 0;
    long sent = 0;
    boolean found = false;
    for (String line : lines("net/dev")) {
      int colon = line.indexOf(':');
      if (colon > 0 && chosen.test(line.substring(0, colon).strip())) {
        String[] fields = line.substring(colon + 1).strip().split("\\s+", -1);
        if (fields.length > SENT) {
          received += Long.parseLong(fields[0]);
          sent += Long.parseLong(fields[SENT]);
          found = true;
        }
      }
    }
    return found ? Optional.of(new Bytes(received, sent)) : Optional.empty();
  }

  private Optional<String> defaultRoute() {
    return lines("net/route").stream()
        .map(line -> line.split("\\s+", -1))
        .filter(fields -> fields.length > 7)
        .filter(fields -> fields[1].equals("00000000") && fields[7].equals("00000000"))
        .map(fields -> fields[0])
        .findFirst();
  }

  private List<String> lines(String file) {
    try {
      return Files.readAllLines(proc.resolve(file));
    } catch (IOException absent) {
      return List.of();
    }
  }
}
