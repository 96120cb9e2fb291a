package kafedra.kiosk.device;

/** The button at the kiosk's front: «done», for whoever does not find the word on the screen. */
public interface Button extends AutoCloseable {
  /**
   * Begins to watch.
   *
   * @param pressed is told of each press; returns at once, and may be called on any thread
   */
  void start(Runnable pressed);

  @Override
  void close();
}
