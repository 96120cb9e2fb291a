package kafedra.agent.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import kafedra.agent.lock.SeatMemory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The memory of a seat as one text file with a checksum, replaced as a whole: written beside,
 * forced to the disk, moved into place. A data folder belongs to one agent at a time.
 */
public final class FileSeatMemory implements SeatMemory, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(FileSeatMemory.class);

  private final Path folder;
  private final Path file;
  private final FileChannel lockFile;

  private FileSeatMemory(Path folder, FileChannel lockFile) {
    this.folder = folder;
    this.file = folder.resolve("seat");
    this.lockFile = lockFile;
  }

  /**
   * Takes the folder, which is made if it is not there.
   *
   * @throws UncheckedIOException if it cannot be written, or another agent has it
   */
  public static FileSeatMemory open(Path folder) {
    try {
      Files.createDirectories(folder);
      closeToOthers(folder);
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("data.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!isFree(lockFile)) {
        lockFile.close();
        throw new IOException("another agent uses it. Give each agent a data folder of its own");
      }
      return new FileSeatMemory(folder, lockFile);
    } catch (IOException failed) {
      throw new UncheckedIOException(
          "the data folder " + folder + " cannot be used: " + failed.getMessage() + ".", failed);
    }
  }

  /** On Windows the folder's owner is set up by the installation. */
  private static void closeToOthers(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
    }
  }

  private static boolean isFree(FileChannel lockFile) throws IOException {
    try {
      FileLock lock = lockFile.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException sameProcess) {
      return false;
    }
  }

  @Override
  public Optional<Remembered> load() {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SeatText.read(Files.readString(file)));
    } catch (IOException | IllegalArgumentException broken) {
      setAside(broken);
      return Optional.empty();
    }
  }

  private void setAside(Throwable broken) {
    Path aside = folder.resolve("seat.broken");
    log.error(
        "{} cannot be read ({}); it is kept as {} and the seat begins locked. The totals of"
            + " sessions that the kiosk has not heard of are in there.",
        file,
        broken.getMessage(),
        aside);
    try {
      Files.move(file, aside, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException stays) {
      log.error("{} could not be set aside: {}", file, stays.toString());
    }
  }

  @Override
  public void save(Remembered remembered) {
    try {
      replace(SeatText.write(remembered));
    } catch (IOException failed) {
      forget();
      throw new UncheckedIOException("cannot write " + file, failed);
    }
  }

  private void replace(String text) throws IOException {
    Path fresh = folder.resolve("seat.new");
    try (FileChannel out =
        FileChannel.open(
            fresh,
            StandardOpenOption.CREATE,
            StandardOpenOption.WRITE,
            StandardOpenOption.TRUNCATE_EXISTING)) {
      ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
    Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    forceFolder();
  }

  /**
   * Makes the move itself durable, where folders can be opened: not on Windows, whose move is
   * journaled.
   */
  private void forceFolder() throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel entry = FileChannel.open(folder, StandardOpenOption.READ)) {
        entry.force(true);
      }
    }
  }

  /** Removing needs no space on a full disk. */
  private void forget() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException stays) {
      log.error("{} is out of date and cannot be removed: {}", file, stays.toString());
    }
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException failed) {
      log.warn("the lock of {} could not be let go: {}", folder, failed.toString());
    }
  }
}
