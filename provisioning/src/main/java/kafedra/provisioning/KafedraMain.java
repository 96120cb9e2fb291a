package kafedra.provisioning;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.config.ConfigException;
import kafedra.contract.config.EditDistance;
import kafedra.contract.config.ProgramLog;
import kafedra.contract.config.ProgramStart;
import kafedra.kiosk.HardwareCheckMain;
import kafedra.provisioning.wording.Tongue;
import kafedra.provisioning.wording.Wording;

/**
 * The {@code kafedra} command. Exit codes: 0 done, 1 it failed, 2 it was not understood or cannot
 * start as things are.
 */
public final class KafedraMain {
  static final int DONE = ProgramStart.DONE;
  static final int FAILED = ProgramStart.FAILED;
  static final int MISUSED = ProgramStart.MISUSED;

  private static final List<String> WORDS =
      List.of("demo", "fleet", "import-roster", "copy-schedule", "hardware-check", "help");

  private KafedraMain() {}

  public static void main(String[] args) {
    ProgramLog.configure();
    Wording words = new Wording(Tongue.of(System.getenv()));
    System.exit(run(List.of(args), words, utf8(System.out), utf8(System.err)));
  }

  /** What we print is Russian whatever the terminal claims. */
  private static PrintStream utf8(PrintStream stream) {
    return new PrintStream(stream, true, StandardCharsets.UTF_8);
  }

  static int run(List<String> arguments, Wording words, PrintStream out, PrintStream err) {
    String word = arguments.isEmpty() ? "help" : arguments.getFirst();
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    try {
      return switch (word) {
        case "help", "--help", "-h" -> {
          out.println(words.say("usage"));
          yield DONE;
        }
        case "demo" -> asksForHelp(rest) ? told("usage", words, out) : demo(rest, words, out, err);
        case "fleet" -> asksForHelp(rest) ? told("fleet-usage", words, out) : FleetMain.run(rest);
        case "import-roster" ->
            asksForHelp(rest) ? told("import-usage", words, out) : ImportMain.run(rest, words, out);
        case "copy-schedule" ->
            asksForHelp(rest) ? told("copy-usage", words, out) : CopyMain.run(rest, words, out);
        case "hardware-check" -> {
          out.println(HardwareCheckMain.check().table());
          yield DONE;
        }
        default -> unknown(word, words, err);
      };
    } catch (ConfigException misread) {
      err.println(words.say("bad-options", "\n  - " + String.join("\n  - ", misread.problems())));
      return MISUSED;
    }
  }

  private static boolean asksForHelp(List<String> arguments) {
    return arguments.contains("--help") || arguments.contains("-h");
  }

  private static int told(String key, Wording words, PrintStream out) {
    out.println(words.say(key));
    return DONE;
  }

  private static int demo(List<String> arguments, Wording words, PrintStream out, PrintStream err) {
    Map<String, String> environment = System.getenv();
    return new DemoMain(DemoConfig.read(arguments, environment), words, out, err).run();
  }

  private static int unknown(String word, Wording words, PrintStream err) {
    err.println(words.say("unknown-command", word));
    nearest(word).ifPresent(known -> err.println(words.say("maybe", known)));
    err.println(words.say("see-help"));
    return MISUSED;
  }

  /** The word that was meant, if one is near enough. */
  private static Optional<String> nearest(String word) {
    return WORDS.stream()
        .min(Comparator.comparingInt(known -> EditDistance.between(word, known)))
        .filter(known -> EditDistance.between(word, known) <= Math.max(2, word.length() / 3));
  }
}
