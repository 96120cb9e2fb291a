package kafedra.provisioning;

import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Settings;
import kafedra.contract.sqlite.StoreException;
import kafedra.controller.ScheduleCopyMain;
import kafedra.controller.postgres.PostgresAddress;
import kafedra.controller.postgres.ScheduleCopy;
import kafedra.provisioning.wording.Wording;

/** {@code copy-schedule}: a stopped controller's bookings from its SQLite into PostgreSQL. */
final class CopyMain {
  private CopyMain() {}

  static int run(List<String> arguments, Wording words, PrintStream out) {
    Settings settings = Settings.read(CommandWords.asSettings(arguments, Set.of("replace")));
    Path data = settings.path("data").required();
    String url = settings.text("schedule").checked(CopyMain::url).required();
    String user = settings.text("schedule-user").orElse("kafedra");
    SecretText secret = settings.secret("schedule-secret-file").required();
    Switch replace = settings.choice("replace", Switch.class).orElse(Switch.NO);
    settings.done();
    ScheduleCopy.Onto onto = replace.isOn() ? ScheduleCopy.Onto.ANYTHING : ScheduleCopy.Onto.EMPTY;
    try {
      return told(
          ScheduleCopyMain.copy(
              data, new PostgresAddress(url, user, secret), onto, InstantSource.system()),
          words,
          out);
    } catch (StoreException failed) {
      out.println(words.say("failed", String.valueOf(failed.getMessage())));
      return KafedraMain.FAILED;
    }
  }

  private static String url(String text) {
    if (!text.startsWith(PostgresAddress.SCHEME)) {
      throw new IllegalArgumentException(
          "must be jdbc:postgresql://HOST/DATABASE, not «" + text + "»");
    }
    return text;
  }

  private static int told(ScheduleCopy.Outcome outcome, Wording words, PrintStream out) {
    return switch (outcome) {
      case ScheduleCopy.Outcome.Copied it -> {
        tell(it.rows(), words, out);
        out.println(words.say("copy-done"));
        yield KafedraMain.DONE;
      }
      case ScheduleCopy.Outcome.NotEmpty it -> {
        out.println(words.say("copy-not-empty"));
        tell(it.rows(), words, out);
        yield KafedraMain.MISUSED;
      }
      case ScheduleCopy.Outcome.InUse it -> {
        out.println(words.say("copy-in-use", it.controllers()));
        yield KafedraMain.MISUSED;
      }
    };
  }

  private static void tell(Map<String, Long> rows, Wording words, PrintStream out) {
    rows.forEach((table, count) -> out.println(words.say("copy-table", table, count)));
  }
}
