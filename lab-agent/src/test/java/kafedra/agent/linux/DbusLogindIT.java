package kafedra.agent.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** logind itself keeps the contract. */
class DbusLogindIT extends LogindContract {
  @TempDir Path folder;
  private LogindBox box;
  private DbusLogind logind;

  @BeforeEach
  void boot() {
    box = new LogindBox(folder);
    logind = new DbusLogind(box.bus(), () -> {});
  }

  @AfterEach
  void stop() {
    if (logind != null) {
      logind.close();
      box.close();
    }
  }

  @Override
  Logind logind() {
    return logind;
  }

  @Override
  void logIn(String kind) {
    box.logIn(kind);
  }

  @Override
  boolean wasTold(String verb) {
    return box.has("/run/noted-" + verb);
  }

  @Test
  void listsNobodyWhileTheBusIsNotThere() {
    DbusLogind nobody = new DbusLogind("unix:path=" + folder.resolve("none"), () -> {});
    assertThat(nobody.sessions()).isEmpty();
    nobody.lock("c1");
    nobody.close();
  }
}
