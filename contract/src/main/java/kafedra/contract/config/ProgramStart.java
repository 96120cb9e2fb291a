package kafedra.contract.config;

import java.io.PrintStream;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * How a program of ours starts from the command line: it answers {@code --help}, {@code --version}
 * and {@code --check-config}, or runs until it is told to stop. What is wrong with its
 * configuration, and why it cannot start, is said in sentences on standard error.
 *
 * @param name as messages call it: «controller»
 * @param help the text for {@code --help}, with its last line break
 * @param configuration reads the settings; throws {@link ConfigException} with what is wrong
 * @param start starts the program; what had started before a failure is stopped again by then
 * @param failures what {@code start} throws for reasons outside of the program, such as a port that
 *     is taken; their message says what to do, and anything else is a fault that keeps its trace
 * @param <C> the configuration
 */
public record ProgramStart<C>(
    String name,
    String version,
    String help,
    Function<Settings, C> configuration,
    Function<C, Running> start,
    Set<Class<? extends RuntimeException>> failures) {
  /** Exit code of a program that did what it was asked for. */
  public static final int DONE = 0;

  /** Exit code of a program that cannot start as things are around it. */
  public static final int FAILED = 1;

  /** Exit code of a program whose configuration cannot be used. */
  public static final int MISUSED = 2;

  /**
   * A program that runs.
   *
   * @param ready one line for whoever waits for it, with the addresses where it is found
   * @param stop stops it, in order; done once, when the process is told to end
   */
  public record Running(String ready, Runnable stop) {}

  /**
   * What a start needs of the process.
   *
   * @param atStop takes what is done when the process is told to end
   */
  record Console(PrintStream out, PrintStream err, Consumer<Runnable> atStop) {}

  public ProgramStart {
    failures = Set.copyOf(failures);
  }

  /** The version in the jar that a class came in, or {@code dev} outside of a jar. */
  public static String versionOf(Class<?> main) {
    return Optional.ofNullable(main.getPackage().getImplementationVersion()).orElse("dev");
  }

  /**
   * Starts the program, or ends the process with {@link #FAILED} or {@link #MISUSED}. Returns once
   * it runs: its own threads keep it running.
   */
  public void fromCommandLine(String[] arguments) {
    ProgramLog.configure();
    Console console = new Console(System.out, System.err, ProgramStart::whenTheProcessEnds);
    int code = run(List.of(arguments), console);
    if (code != DONE) {
      System.exit(code);
    }
  }

  private static void whenTheProcessEnds(Runnable stop) {
    Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().name("stop").unstarted(stop));
  }

  int run(List<String> arguments, Console console) {
    Settings settings = Settings.read(arguments);
    return switch (settings.purpose()) {
      case HELP -> {
        console.out().print(help);
        yield DONE;
      }
      case VERSION -> {
        console.out().println("kafedra " + name + " " + version);
        yield DONE;
      }
      case CHECK_CONFIG, RUN -> configured(settings, console);
    };
  }

  private int configured(Settings settings, Console console) {
    try {
      C configured = configuration.apply(settings);
      if (settings.purpose() == Settings.Purpose.CHECK_CONFIG) {
        settings.summary().forEach(console.out()::println);
        console.out().println("the configuration is fine");
      } else {
        Running running = start.apply(configured);
        console.atStop().accept(running.stop());
        console.out().println(running.ready());
      }
      return DONE;
    } catch (ConfigException wrong) {
      console.err().println(wrong.getMessage());
      return MISUSED;
    } catch (RuntimeException failed) {
      // which ones have a message for people differs from program to program
      if (failures.stream().noneMatch(each -> each.isInstance(failed))) {
        throw failed;
      }
      console.err().println("the " + name + " cannot start: " + failed.getMessage());
      return FAILED;
    }
  }
}
