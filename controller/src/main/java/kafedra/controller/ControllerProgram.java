package kafedra.controller;

import java.net.URI;

/** A controller that runs. */
public final class ControllerProgram implements AutoCloseable {
  private final StopList parts;
  private final int port;
  private final URI broker;

  ControllerProgram(StopList parts, int port, URI broker) {
    this.parts = parts;
    this.port = port;
    this.broker = broker;
  }

  /** The port of the web server. */
  public int port() {
    return port;
  }

  /** Where kiosks connect. */
  public URI broker() {
    return broker;
  }

  /** Stops everything in the reverse order of its start. */
  @Override
  public void close() {
    parts.close();
  }
}
