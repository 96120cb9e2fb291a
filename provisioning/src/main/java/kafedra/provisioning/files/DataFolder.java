package kafedra.provisioning.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where a district on this machine keeps everything. Secrets and configurations are readable by
 * their owner alone.
 *
 * <pre>
 * config/    one file a program, as it would stand on a real machine
 * secrets/   passwords of devices and peppers of buildings, drawn at the first start
 * data/      one folder a program
 * logs/      one file a program
 * </pre>
 */
public final class DataFolder {
  /** Marks the folder as ours: without it nothing in it is ever removed. */
  public static final String MARK = "kafedra-demo.txt";

  private static final String MARK_TEXT =
      "Data of a Kafedra demo. «./kafedra demo --fresh» removes everything in this folder.\n";
  private static final String OPENED = "opened.txt";
  private static final String LOCK = "running.lock";

  private final Path root;

  public DataFolder(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  public Path path() {
    return root;
  }

  /** What stands there before a start. */
  public enum Content {
    NOTHING,
    OURS,
    SOMETHING_ELSE
  }

  public Content content() {
    if (Files.exists(root.resolve(MARK))) {
      return Content.OURS;
    }
    if (!Files.exists(root)) {
      return Content.NOTHING;
    }
    try (Stream<Path> entries = Files.list(root)) {
      return entries.findAny().isEmpty() ? Content.NOTHING : Content.SOMETHING_ELSE;
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the folder " + root + " cannot be read", unreadable);
    }
  }

  /** Keeps a second start away, until it is closed or this program has ended in whatever way. */
  public record Held(FileChannel channel, FileLock lock) implements AutoCloseable {
    @Override
    public void close() {
      try {
        channel.close();
      } catch (IOException unclosable) {
        throw new UncheckedIOException(
            "the lock of the data folder cannot be released", unclosable);
      }
    }
  }

  /** Makes the folder if need be and takes it; empty while another start holds it. */
  public Optional<Held> hold() {
    try {
      Files.createDirectories(root);
      Files.writeString(root.resolve(MARK), MARK_TEXT);
      FileChannel channel =
          FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      if (lock == null) {
        channel.close();
        return Optional.empty();
      }
      channel.truncate(0);
      long pid = ProcessHandle.current().pid();
      channel.write(ByteBuffer.wrap(("process " + pid + "\n").getBytes(StandardCharsets.UTF_8)));
      return Optional.of(new Held(channel, lock));
    } catch (IOException unusable) {
      throw new UncheckedIOException("the folder " + root + " cannot be used", unusable);
    }
  }

  /** Who holds the folder, as it wrote itself down. */
  public String holder() {
    try {
      return Files.readString(root.resolve(LOCK)).strip();
    } catch (IOException unreadable) {
      return root.toString();
    }
  }

  /**
   * Removes everything but the mark and the lock.
   *
   * @return how many files went
   */
  public int clear() {
    int removed = 0;
    try (Stream<Path> entries = Files.walk(root)) {
      List<Path> deepestFirst =
          entries
              .filter(it -> !it.equals(root) && !it.endsWith(MARK) && !it.endsWith(LOCK))
              .sorted(Comparator.reverseOrder())
              .toList();
      for (Path entry : deepestFirst) {
        removed += Files.isDirectory(entry) ? 0 : 1;
        Files.delete(entry);
      }
    } catch (IOException undeletable) {
      throw new UncheckedIOException(
          "not everything in " + root + " could be removed", undeletable);
    }
    return removed;
  }

  /** Where the secrets are. */
  public Path secrets() {
    return root.resolve("secrets");
  }

  /** The secret of this name: 32 random bytes in hexadecimal, drawn when first asked for. */
  public Path secret(String name) {
    Path file = secrets().resolve(name);
    if (!Files.exists(file)) {
      byte[] drawn = new byte[32];
      new SecureRandom().nextBytes(drawn);
      writePrivate(file, HexFormat.of().formatHex(drawn) + "\n");
    }
    return file;
  }

  /** The text of {@link #secret}. */
  public String secretText(String name) {
    return read(secret(name)).strip();
  }

  /** Writes a program's configuration in the form that all our programs read. */
  public Path config(String name, Map<String, String> settings) {
    String text =
        settings.entrySet().stream()
            .map(it -> it.getKey() + " = " + it.getValue() + "\n")
            .collect(Collectors.joining());
    return writePrivate(root.resolve("config").resolve(name + ".conf"), text);
  }

  /** Writes a file beside the configurations. */
  public Path file(String name, String text) {
    return writePrivate(root.resolve("config").resolve(name), text);
  }

  /** Whether a district's people were brought in here, wholly. */
  public boolean isOpened() {
    return Files.exists(root.resolve(OPENED));
  }

  public void markOpened() {
    writePrivate(root.resolve(OPENED), "The rosters, cards and PINs are in.\n");
  }

  public Path data(String program) {
    return root.resolve("data").resolve(program);
  }

  public Path log(String program) {
    return root.resolve("logs").resolve(program + ".log");
  }

  private static Path writePrivate(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Path fresh = file.resolveSibling(file.getFileName() + ".new");
      Files.deleteIfExists(fresh);
      createPrivate(fresh);
      Files.writeString(fresh, text);
      return Files.move(
          fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      throw new UncheckedIOException(file + " cannot be written", unwritable);
    }
  }

  private static void createPrivate(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    } else {
      Files.createFile(file);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " cannot be read", unreadable);
    }
  }
}
