package kafedra.provisioning.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
  @TempDir Path temp;

  @Test
  void knowsItsOwnFolderFromAnyOther() throws IOException {
    Path home = temp.resolve("home");
    assertThat(new DataFolder(home).content()).isEqualTo(DataFolder.Content.NOTHING);
    Files.createDirectories(home);
    assertThat(new DataFolder(home).content()).isEqualTo(DataFolder.Content.NOTHING);
    Files.writeString(home.resolve("thesis.txt"), "precious");
    assertThat(new DataFolder(home).content()).isEqualTo(DataFolder.Content.SOMETHING_ELSE);
  }

  @Test
  void clearsEverythingButWhatMarksAndHoldsIt() {
    DataFolder folder = new DataFolder(temp.resolve("demo"));
    try (DataFolder.Held _ = folder.hold().orElseThrow()) {
      Path secret = folder.secret("kiosk-a");
      folder.markOpened();
      assertThat(folder.clear()).isEqualTo(2);
      assertThat(secret).doesNotExist();
      assertThat(folder.isOpened()).isFalse();
      assertThat(folder.content()).isEqualTo(DataFolder.Content.OURS);
    }
  }

  @Test
  void drawsASecretOnceAndKeepsItPrivate() throws IOException {
    DataFolder folder = new DataFolder(temp);
    String drawn = folder.secretText("kiosk-a");
    assertThat(drawn).matches("[0-9a-f]{64}").isEqualTo(folder.secretText("kiosk-a"));
    assertThat(folder.secretText("kiosk-b")).isNotEqualTo(drawn);
    assertThat(
            PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.secret("kiosk-a"))))
        .isEqualTo("rw-------");
  }

  @Test
  void writesAConfigurationInTheFormThatProgramsRead() throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put("port", "1");
    settings.put("host", "127.0.0.1");
    Path config = new DataFolder(temp).config("kiosk-a", settings);
    assertThat(config).hasFileName("kiosk-a.conf").hasContent("port = 1\nhost = 127.0.0.1\n");
  }
}
