package kafedra.provisioning.trial;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;

/** One finger on a page that is touched: it may rest, move and leave. */
public final class Finger implements AutoCloseable {
  private static final int STEPS = 6;

  private final CDPSession session;
  private double x;
  private double y;

  public Finger(Page page) {
    session = page.context().newCDPSession(page);
  }

  /** Lays it on the middle of something, and leaves it there. */
  public void down(Locator on) {
    BoundingBox box = on.boundingBox();
    x = box.x + Math.min(box.width, 40) / 2;
    y = box.y + box.height / 2;
    send("touchStart", point());
  }

  /** Moves it to the middle of something. */
  public void to(Locator target) {
    BoundingBox box = target.boundingBox();
    by(box.x + Math.min(box.width, 40) / 2 - x, box.y + box.height / 2 - y);
  }

  public void by(double right, double down) {
    for (int i = 0; i < STEPS; i++) {
      x += right / STEPS;
      y += down / STEPS;
      send("touchMove", point());
    }
  }

  public void up() {
    send("touchEnd", new JsonArray());
  }

  private JsonArray point() {
    JsonObject point = new JsonObject();
    point.addProperty("x", x);
    point.addProperty("y", y);
    JsonArray points = new JsonArray();
    points.add(point);
    return points;
  }

  private void send(String type, JsonArray points) {
    JsonObject event = new JsonObject();
    event.addProperty("type", type);
    event.add("touchPoints", points);
    session.send("Input.dispatchTouchEvent", event);
  }

  @Override
  public void close() {
    session.detach();
  }
}
