package kafedra.agent.linux.x11;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kafedra.agent.curtain.Curtain;
import kafedra.agent.curtain.Notice;
import kafedra.agent.use.ProgramKind;
import kafedra.agent.use.ProgramKinds;

/**
 * A curtain on an X server: a window over everything that grabs keyboard and pointer.
 *
 * <p>The window is larger than any screen, so an output that is plugged in or resized shows it at
 * once. The connection is closed down in the mode {@code RetainTemporary}: when this process is
 * killed, the server keeps the window and its keyboard focus where they are, and the next locker
 * takes them away only after its own cover is up.
 */
public final class X11Curtain implements Curtain {
  private static final NativeLibrary XSS = new NativeLibrary("libXss.so.1");
  private static final int BIGGEST = 32_767;
  private static final int BACKGROUND = 0x14202e;
  private static final int INK = 0xf4f1e8;
  private static final int ALARM = 0xb3261e;
  private static final int RETAIN_TEMPORARY = 2;
  private static final int ALL_TEMPORARY = 0;
  private static final int ASYNC = 1;
  private static final int FULLY_VISIBLE = 0;

  /** Whether the grabs are still ours is asked once in so many calls: it costs two answers. */
  private static final int CHECK_EACH = 20;

  private static final int POINTER_EVENTS = 1 << 2 | 1 << 3 | 1 << 6;
  private static final int WINDOW_EVENTS =
      1 | 1 << 1 | POINTER_EVENTS | 1 << 15 | 1 << 16 | 1 << 17 | 1 << 21;
  private static final int STRUCTURE_OF_ROOT = 1 << 17;

  private final XDisplay display;
  private final XPen pen;
  private final String label;
  private final long cursor;
  private long cover;
  private final NoticeWindow notice;
  private final long activeWindow;
  private final long saverInfo;
  private State state = State.OPEN;
  private boolean heldKeyboard;
  private boolean heldPointer;
  private long tended;
  private List<XDisplay.Monitor> painted = List.of();

  /**
   * Connects to a display.
   *
   * @param label of the seat, for the cover
   * @return empty if nobody answers there, or this program is not let in
   */
  public static Optional<X11Curtain> on(String displayName, String label) {
    return XDisplay.open(displayName).map(display -> new X11Curtain(display, label));
  }

  private X11Curtain(XDisplay display, String label) {
    this.display = display;
    this.label = label;
    pen = new XPen(display);
    cursor = blankCursor();
    cover = window(BIGGEST, BIGGEST, cursor);
    notice = new NoticeWindow(display, pen, window(1, 1, 0));
    activeWindow = display.atom("_NET_ACTIVE_WINDOW");
    saverInfo = XSS.call("XScreenSaverAllocInfo");
    XDisplay.X11.call("XSelectInput", display.handle(), display.root(), STRUCTURE_OF_ROOT);
  }

  private long window(int width, int height, long withCursor) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment attributes = arena.allocate(112, 8);
      attributes.set(ValueLayout.JAVA_LONG, 8, BACKGROUND);
      attributes.set(ValueLayout.JAVA_LONG, 72, WINDOW_EVENTS);
      attributes.set(ValueLayout.JAVA_INT, 88, 1);
      attributes.set(ValueLayout.JAVA_LONG, 104, withCursor);
      long mask = 1 << 1 | 1 << 9 | 1 << 11 | 1 << 14;
      return XDisplay.X11.call(
          "XCreateWindow",
          display.handle(),
          display.root(),
          0,
          0,
          width,
          height,
          0,
          0,
          0,
          0,
          mask,
          attributes.address());
    }
  }

  private long blankCursor() {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment nothing = arena.allocate(16, 8);
      long bitmap =
          XDisplay.X11.call(
              "XCreateBitmapFromData", display.handle(), display.root(), nothing.address(), 1, 1);
      long blank =
          XDisplay.X11.call(
              "XCreatePixmapCursor",
              display.handle(),
              bitmap,
              bitmap,
              nothing.address(),
              nothing.address(),
              0,
              0);
      XDisplay.X11.call("XFreePixmap", display.handle(), bitmap);
      return blank;
    }
  }

  @Override
  public void cover() {
    if (state == State.OPEN) {
      state = State.COVERED;
      XDisplay.X11.call("XSetCloseDownMode", display.handle(), RETAIN_TEMPORARY);
      XDisplay.X11.call("XMapRaised", display.handle(), cover);
      display.sync();
      forgetPredecessors();
    }
    hold();
    paint();
  }

  /** What a killed locker left behind; the screen is covered by now. */
  private void forgetPredecessors() {
    XDisplay.X11.call("XKillClient", display.handle(), ALL_TEMPORARY);
  }

  private void hold() {
    heldKeyboard =
        heldKeyboard
            || XDisplay.X11.call("XGrabKeyboard", display.handle(), cover, 0, ASYNC, ASYNC, 0) == 0;
    heldPointer =
        heldPointer
            || XDisplay.X11.call(
                    "XGrabPointer",
                    display.handle(),
                    cover,
                    0,
                    POINTER_EVENTS,
                    ASYNC,
                    ASYNC,
                    0,
                    cursor,
                    0)
                == 0;
    XDisplay.X11.call("XSetInputFocus", display.handle(), cover, 0, 0);
    state = heldKeyboard && heldPointer ? State.HELD : State.COVERED;
  }

  @Override
  public void open() {
    if (state != State.OPEN) {
      state = State.OPEN;
      XDisplay.X11.call("XUngrabPointer", display.handle(), 0);
      XDisplay.X11.call("XUngrabKeyboard", display.handle(), 0);
      heldKeyboard = false;
      heldPointer = false;
      XDisplay.X11.call("XUnmapWindow", display.handle(), cover);
      XDisplay.X11.call("XSetInputFocus", display.handle(), 1, 0, 0);
      XDisplay.X11.call("XSetCloseDownMode", display.handle(), 0);
    }
    display.sync();
    forgetPredecessors();
    display.sync();
  }

  @Override
  public State tend() {
    List<XEvent> events = display.events();
    for (XEvent event : events) {
      take(event);
    }
    boolean check = tended++ % CHECK_EACH == 0;
    if (state != State.OPEN && (check || state == State.COVERED)) {
      heldKeyboard = false;
      heldPointer = false;
      hold();
    }
    if (check && state != State.OPEN && !display.monitors().equals(painted)) {
      paint();
    }
    display.flush();
    return state;
  }

  private void take(XEvent event) {
    boolean ofCover = event.window() == cover;
    switch (event.kind()) {
      case VISIBILITY -> {
        if (ofCover && event.detail() != FULLY_VISIBLE) {
          raise();
        }
      }
      case UNMAPPED -> {
        if (ofCover) {
          mapAgain();
        }
      }
      case DESTROYED -> {
        if (ofCover) {
          cover = window(BIGGEST, BIGGEST, cursor);
          mapAgain();
        }
      }
      case EXPOSE -> {
        if (ofCover) {
          paint();
        } else {
          notice.paint();
        }
      }
      case CONFIGURED -> {
        if (event.window() == display.root()) {
          paint();
        }
      }
      case FOCUS_OUT -> {
        if (ofCover && state != State.OPEN) {
          hold();
        }
      }
      case BUTTON -> notice.touched(event.window());
    }
  }

  /** Another program took the cover away, and the server took the grabs with it. */
  private void mapAgain() {
    if (state != State.OPEN) {
      raise();
      heldKeyboard = false;
      heldPointer = false;
      hold();
    }
  }

  private void raise() {
    if (state != State.OPEN) {
      XDisplay.X11.call("XMapRaised", display.handle(), cover);
      notice.raise();
    }
  }

  private void paint() {
    if (state == State.OPEN) {
      return;
    }
    XDisplay.X11.call("XClearWindow", display.handle(), cover);
    painted = display.monitors();
    for (XDisplay.Monitor monitor : painted) {
      int middle = monitor.x() + monitor.width() / 2;
      int third = monitor.y() + monitor.height() * 2 / 5;
      int size = Math.max(40, monitor.height() / 5);
      pen.padlock(cover, INK, BACKGROUND, middle, third, size);
      pen.text(cover, INK, Math.max(24, size / 2), middle, third + size * 13 / 10, label);
    }
    display.flush();
  }

  @Override
  public void show(Notice shown) {
    boolean pressing = shown.urgency() == Notice.Urgency.LAST_MINUTE;
    notice.show(shown.text(), pressing ? ALARM : BACKGROUND, INK);
  }

  @Override
  public void hideNotice() {
    notice.hide();
  }

  @Override
  public Optional<Duration> idle() {
    long status = XSS.call("XScreenSaverQueryInfo", display.handle(), display.root(), saverInfo);
    return (int) status == 0
        ? Optional.empty()
        : Optional.of(
            Duration.ofMillis(NativeLibrary.at(saverInfo, 48).get(ValueLayout.JAVA_LONG, 24)));
  }

  @Override
  public Optional<ProgramKind> front() {
    return state == State.OPEN
        ? display
            .property(display.root(), activeWindow)
            .filter(window -> window != 0)
            .flatMap(display::className)
            .map(ProgramKinds::of)
        : Optional.empty();
  }

  @Override
  public void close() {
    XDisplay.X11.call("XSetCloseDownMode", display.handle(), 0);
    display.close();
  }
}
