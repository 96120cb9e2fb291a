package kafedra.provisioning.http;

import java.io.IOException;
import java.net.URI;
import kafedra.provisioning.supervision.ReadyCheck;

/** A program is ready when its health page says so. */
public final class HttpReady implements ReadyCheck {
  private final JsonCalls calls;
  private final String path;

  public HttpReady(URI health) {
    this.calls = new JsonCalls(health);
    this.path = health.getRawPath();
  }

  @Override
  public boolean isReady() {
    try {
      return calls.get(path).isGood();
    } catch (IOException notYet) {
      return false;
    }
  }
}
