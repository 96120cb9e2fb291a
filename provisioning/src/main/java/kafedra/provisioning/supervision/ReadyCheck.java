package kafedra.provisioning.supervision;

/** Asks a program whether it does its work; called from one thread, a few times a second. */
public interface ReadyCheck {
  /** For a program that is ready as soon as it runs. */
  ReadyCheck RUNNING = () -> true;

  /** Answers within a second or two; a program that cannot be asked yet is not ready. */
  boolean isReady();
}
