package kafedra.provisioning;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import kafedra.contract.config.SecretText;
import kafedra.contract.config.Settings;
import kafedra.contract.id.SchoolId;
import kafedra.provisioning.demo.Office;
import kafedra.provisioning.http.HttpOffice;
import kafedra.provisioning.http.RefusedException;
import kafedra.provisioning.wording.Wording;

/**
 * {@code import-roster}: a Moodle users CSV into a controller's roster, row by row accounted for.
 */
final class ImportMain {
  private ImportMain() {}

  static int run(List<String> arguments, Wording words, PrintStream out) {
    Settings settings = Settings.read(CommandWords.asSettings(arguments, Set.of("preview")));
    URI server = settings.uri("server").required();
    String login = settings.text("login").required();
    SecretText password = settings.secret("password-file").required();
    String school = settings.text("school").checked(SchoolId::new).required();
    Path csv = settings.path("csv").required();
    Switch preview = settings.choice("preview", Switch.class).orElse(Switch.NO);
    settings.done();
    try {
      Office office = HttpOffice.signIn(server, login, password.value());
      Office.Mode mode = preview.isOn() ? Office.Mode.PREVIEW : Office.Mode.APPLY;
      report(office.importRoster(new SchoolId(school), read(csv), mode), words, out);
      return KafedraMain.DONE;
    } catch (RefusedException | UncheckedIOException failed) {
      out.println(words.say("failed", String.valueOf(failed.getMessage())));
      return KafedraMain.FAILED;
    }
  }

  private static void report(Office.Imported imported, Wording words, PrintStream out) {
    imported
        .rejections()
        .forEach(it -> out.println(words.say("import-row", it.line(), it.reason())));
    out.println(
        words.say(
            "import-done",
            imported.added(),
            imported.updated(),
            imported.unchanged(),
            imported.rejections().size()));
  }

  private static byte[] read(Path csv) {
    try {
      return Files.readAllBytes(csv);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(csv + " cannot be read", unreadable);
    }
  }
}
