package kafedra.provisioning.supervision;

import java.time.Duration;

/** What a supervisor has to tell. */
public sealed interface Supervised {
  String program();

  /** It runs and is ready. */
  record Ready(String program, Duration after) implements Supervised {}

  /** It ended without being asked, and is started again after a pause. */
  record Died(String program, int exitCode, Duration restartIn) implements Supervised {}

  /** It was started again. */
  record Restarted(String program) implements Supervised {}

  /** It did not end in its time and was killed. */
  record Killed(String program) implements Supervised {}
}
