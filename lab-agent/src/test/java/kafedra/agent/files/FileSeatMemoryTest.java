package kafedra.agent.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kafedra.agent.lock.SeatMemory;
import kafedra.agent.lock.SeatMemoryContract;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileSeatMemoryTest implements SeatMemoryContract {
  private static final SeatMemory.Remembered OPEN =
      new SeatMemory.Remembered("boot-1", Optional.of(STAY), List.of());

  @TempDir Path folder;
  private FileSeatMemory open;

  @BeforeEach
  void open() {
    open = FileSeatMemory.open(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    open.close();
  }

  @Override
  public SeatMemory memory() {
    open.close();
    open = FileSeatMemory.open(folder.resolve("data"));
    return open;
  }

  @Test
  void refusesATextThatIsCutOffAnywhere() {
    String whole = SeatText.write(OPEN);
    for (int length = 0; length < whole.length(); length++) {
      String torn = whole.substring(0, length);
      assertThatThrownBy(() -> SeatText.read(torn))
          .as("%d of %d characters", length, whole.length())
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void refusesATextWithAnyLetterChanged() {
    String whole = SeatText.write(OPEN);
    for (int at = 0; at < whole.length(); at++) {
      char changed = whole.charAt(at) == '7' ? '8' : '7';
      String broken = whole.substring(0, at) + changed + whole.substring(at + 1);
      assertThatThrownBy(() -> SeatText.read(broken))
          .as("letter %d changed", at)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void remembersNothingOfABrokenFileAndKeepsItAside() throws IOException {
    open.save(OPEN);
    Path file = folder.resolve("data/seat");
    String broken = Files.readString(file).replace("boot-1", "boot-2");
    Files.writeString(file, broken);

    assertThat(open.load()).isEmpty();
    assertThat(folder.resolve("data/seat.broken")).hasContent(broken);
  }

  @Test
  void forgetsWhatItKnewWhenItCannotSave() throws IOException {
    open.save(OPEN);
    Files.createDirectory(folder.resolve("data/seat.new"));

    assertThatThrownBy(() -> open.save(OPEN)).isInstanceOf(UncheckedIOException.class);
    assertThat(open.load()).isEmpty();
  }

  @Test
  void letsOnlyOneAgentIn() {
    assertThatThrownBy(() -> FileSeatMemory.open(folder.resolve("data")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("another agent uses it");
  }
}
