package kafedra.agent.linux.x11;

import java.util.concurrent.CountDownLatch;

/** A program that holds the keyboard, as an open menu does. */
final class Grabber {
  private Grabber() {}

  public static void main(String[] arguments) throws InterruptedException {
    XDisplay display = XDisplay.open(arguments[0]).orElseThrow();
    long refused = XDisplay.X11.call("XGrabKeyboard", display.handle(), display.root(), 0, 1, 1, 0);
    System.out.println((int) refused == 0 ? "grabbed" : "refused " + refused);
    new CountDownLatch(1).await();
  }
}
