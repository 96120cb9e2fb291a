package kafedra.kiosk.device;

/** The button at the kiosk's front: calls the librarian. */
public interface Button extends AutoCloseable {
  /**
   * @param pressed is told of each press; returns at once, and may be called on any thread
   */
  void start(Runnable pressed);

  @Override
  void close();
}
