package kafedra.kiosk.device;

/** The lock of a door, which is locked whenever nothing else is said. */
public interface Door extends AutoCloseable {
  /** Unlocks it for a moment; while it is unlocked, another call prolongs nothing. */
  void open();

  @Override
  void close();
}
