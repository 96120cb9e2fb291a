package kafedra.controller.fleet;

/** Somebody watches; closing ends it. */
public interface Watch extends AutoCloseable {
  @Override
  void close();
}
