package kafedra.provisioning;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * How another program of ours is executed: with this program's own Java and class path, and with
 * little memory.
 *
 * @param java the executable
 * @param classPath absolute
 */
record JavaCommand(Path java, String classPath) {
  private static final List<String> SMALL =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xss256k",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-Dfile.encoding=UTF-8",
          "-Dstdout.encoding=UTF-8",
          "-Dstderr.encoding=UTF-8");

  /** What executes this program. */
  static JavaCommand ofThisProgram() {
    String classPath =
        String.join(
            File.pathSeparator,
            Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(entry -> Path.of(entry).toAbsolutePath().toString())
                .toList());
    return new JavaCommand(Path.of(System.getProperty("java.home"), "bin", "java"), classPath);
  }

  /**
   * @param heapMb the most that the program's heap may take, MiB
   * @param mainClass its main class
   */
  List<String> running(int heapMb, String mainClass, List<String> arguments) {
    List<String> command = new ArrayList<>();
    // Ctrl+C in a terminal goes to every program of the group; ours stop in order instead, when
    // they are asked. A signal that is
    // ignored when Java starts stays ignored.
    command.addAll(List.of("sh", "-c", "trap '' INT HUP; exec \"$@\"", "kafedra"));
    command.add(java.toString());
    command.add("-Xmx" + heapMb + "m");
    command.addAll(SMALL);
    command.addAll(List.of("-cp", classPath, ProgramMain.class.getName(), mainClass));
    command.addAll(arguments);
    return command;
  }
}
