package kafedra.agent.linux.x11;

import java.util.ArrayList;
import java.util.List;

/** A band at the top of the first monitor, with a line or two of text. For one thread. */
final class NoticeWindow {
  private static final int LINES = 3;

  private final XDisplay display;
  private final XPen pen;
  private final long window;
  private String text = "";
  private int background;
  private int ink;

  NoticeWindow(XDisplay display, XPen pen, long window) {
    this.display = display;
    this.pen = pen;
    this.window = window;
  }

  void show(String line, int onColour, int inColour) {
    text = line;
    background = onColour;
    ink = inColour;
    XDisplay.Monitor monitor = display.monitors().getFirst();
    int size = size(monitor);
    int height = size * 8 / 5 * lines(monitor).size() + size;
    XDisplay.X11.call(
        "XMoveResizeWindow",
        display.handle(),
        window,
        monitor.x(),
        monitor.y(),
        monitor.width(),
        height);
    raise();
    paint();
  }

  void raise() {
    if (!text.isEmpty()) {
      XDisplay.X11.call("XMapRaised", display.handle(), window);
      display.flush();
    }
  }

  void hide() {
    text = "";
    XDisplay.X11.call("XUnmapWindow", display.handle(), window);
    display.flush();
  }

  /** Whoever has read it may put it away; the next line comes up again. */
  void touched(long where) {
    if (where == window) {
      hide();
    }
  }

  void paint() {
    if (text.isEmpty()) {
      return;
    }
    XDisplay.Monitor monitor = display.monitors().getFirst();
    int size = size(monitor);
    pen.rectangle(window, background, 0, 0, monitor.width(), monitor.height());
    int baseline = size * 3 / 2;
    for (String line : lines(monitor)) {
      pen.text(window, ink, size, monitor.width() / 2, baseline, line);
      baseline += size * 8 / 5;
    }
    display.flush();
  }

  private static int size(XDisplay.Monitor monitor) {
    return Math.max(20, monitor.height() / 28);
  }

  /** Breaks between words; what does not fit into the last line is left out at its end. */
  private List<String> lines(XDisplay.Monitor monitor) {
    int size = size(monitor);
    List<String> lines = new ArrayList<>();
    String line = "";
    for (String word : text.split(" +", -1)) {
      String longer = line.isEmpty() ? word : line + " " + word;
      if (!line.isEmpty() && pen.width(size, longer) > monitor.width() - 2 * size) {
        lines.add(line);
        line = word;
      } else {
        line = longer;
      }
    }
    lines.add(line);
    return lines.size() <= LINES ? lines : lines.subList(0, LINES);
  }
}
