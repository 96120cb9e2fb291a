package kafedra.provisioning;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;

/**
 * Runs another program's {@code main} and ends with whoever started it: its standard input closes
 * when the starter is gone, even by kill -9, and no orphan keeps the ports.
 */
public final class ProgramMain {
  private ProgramMain() {}

  /**
   * @param args the main class, then that program's arguments
   */
  public static void main(String[] args) throws Throwable {
    Thread.ofPlatform().name("starter-watch").daemon(true).start(ProgramMain::endWithStarter);
    Class<?> program = Class.forName(args[0]);
    try {
      program
          .getMethod("main", String[].class)
          .invoke(null, (Object) Arrays.copyOfRange(args, 1, args.length));
    } catch (InvocationTargetException failed) {
      throw failed.getCause() == null ? failed : failed.getCause();
    }
  }

  private static void endWithStarter() {
    try {
      while (System.in.read() >= 0) {
        // nobody writes here; only the end counts
      }
    } catch (IOException gone) {
      // the same as the end
    }
    System.exit(0);
  }
}
