package kafedra.agent.linux.x11;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import kafedra.agent.linux.x11.XEvent.Kind;

/**
 * A connection to an X server. For one thread.
 *
 * <p>An X error is counted and passed over: other programs' windows vanish while one looks at them.
 * A connection that breaks ends the process, as Xlib will have it.
 */
final class XDisplay implements AutoCloseable {
  static final NativeLibrary X11 = new NativeLibrary("libX11.so.6");
  private static final NativeLibrary RANDR = new NativeLibrary("libXrandr.so.2");

  private static final AtomicLong ERRORS = new AtomicLong();

  private final Arena arena = Arena.ofConfined();
  private final long display;
  private final int screen;
  private final long root;
  private final MemorySegment event = arena.allocate(192, 8);
  private final MemorySegment scratch = arena.allocate(256, 8);

  /** A part of the whole screen that one output shows. */
  record Monitor(int x, int y, int width, int height) {}

  private XDisplay(long display) {
    this.display = display;
    this.screen = (int) X11.call("XDefaultScreen", display);
    this.root = X11.call("XRootWindow", display, screen);
  }

  /**
   * Connects.
   *
   * @param name such as {@code :0}
   * @return empty if nobody answers there, or this program is not let in
   */
  static Optional<XDisplay> open(String name) {
    try (Arena names = Arena.ofConfined()) {
      ErrorHandler.install();
      long display = X11.call("XOpenDisplay", names.allocateFrom(name).address());
      return display == 0 ? Optional.empty() : Optional.of(new XDisplay(display));
    }
  }

  /** X errors of this process so far. */
  static long errors() {
    return ERRORS.get();
  }

  @SuppressWarnings("restricted") // Xlib is handed a function to call
  private static final class ErrorHandler {
    private static final MemorySegment STUB = stub();

    static void install() {
      X11.call("XSetErrorHandler", STUB.address());
    }

    private static MemorySegment stub() {
      try {
        return Linker.nativeLinker()
            .upcallStub(
                MethodHandles.lookup()
                    .findStatic(
                        ErrorHandler.class,
                        "count",
                        MethodType.methodType(int.class, long.class, long.class)),
                FunctionDescriptor.of(
                    ValueLayout.JAVA_INT, ValueLayout.JAVA_LONG, ValueLayout.JAVA_LONG),
                Arena.global());
      } catch (ReflectiveOperationException ours) {
        throw new IllegalStateException("count is a method of this class", ours);
      }
    }

    /** Called by Xlib, on the thread that made the faulty call. */
    @SuppressWarnings("unused") // by name, above
    private static int count(long display, long error) {
      ERRORS.incrementAndGet();
      return 0;
    }
  }

  long handle() {
    return display;
  }

  int screen() {
    return screen;
  }

  long root() {
    return root;
  }

  long atom(String name) {
    try (Arena names = Arena.ofConfined()) {
      return X11.call("XInternAtom", display, names.allocateFrom(name).address(), 0);
    }
  }

  void flush() {
    X11.call("XFlush", display);
  }

  /** Waits until the server has done all that was asked. */
  void sync() {
    X11.call("XSync", display, 0);
  }

  /** What happened since the last call. */
  List<XEvent> events() {
    List<XEvent> happened = new ArrayList<>();
    while ((int) X11.call("XPending", display) > 0) {
      X11.call("XNextEvent", display, event.address());
      Kind.of(event.get(ValueLayout.JAVA_INT, 0))
          .ifPresent(kind -> happened.add(XEvent.read(kind, event)));
    }
    return happened;
  }

  /** What the outputs show now; the whole screen where the server cannot say. */
  List<Monitor> monitors() {
    MemorySegment count = scratch.asSlice(0, 4);
    long list = RANDR.call("XRRGetMonitors", display, root, 1, count.address());
    int found = count.get(ValueLayout.JAVA_INT, 0);
    if (list == 0 || found <= 0) {
      return List.of(
          new Monitor(
              0,
              0,
              (int) X11.call("XDisplayWidth", display, screen),
              (int) X11.call("XDisplayHeight", display, screen)));
    }
    List<Monitor> monitors = new ArrayList<>();
    MemorySegment infos = NativeLibrary.at(list, 56L * found);
    for (int i = 0; i < found; i++) {
      MemorySegment info = infos.asSlice(56L * i, 56);
      monitors.add(
          new Monitor(
              info.get(ValueLayout.JAVA_INT, 20),
              info.get(ValueLayout.JAVA_INT, 24),
              info.get(ValueLayout.JAVA_INT, 28),
              info.get(ValueLayout.JAVA_INT, 32)));
    }
    RANDR.call("XRRFreeMonitors", list);
    return monitors;
  }

  /** The first word of a window's property; empty if it has none of this name. */
  Optional<Long> property(long window, long name) {
    long type = scratch.address();
    long format = type + 8;
    long items = type + 16;
    long after = type + 24;
    long data = type + 32;
    long status =
        X11.call(
            "XGetWindowProperty",
            display,
            window,
            name,
            0,
            1,
            0,
            0,
            type,
            format,
            items,
            after,
            data);
    long address = scratch.get(ValueLayout.JAVA_LONG, 32);
    if ((int) status != 0 || address == 0) {
      return Optional.empty();
    }
    Optional<Long> value =
        scratch.get(ValueLayout.JAVA_LONG, 16) > 0 && scratch.get(ValueLayout.JAVA_INT, 8) == 32
            ? Optional.of(NativeLibrary.at(address, 8).get(ValueLayout.JAVA_LONG, 0))
            : Optional.empty();
    X11.call("XFree", address);
    return value;
  }

  /** The name that a window's maker gave to windows of this kind; never its title. */
  Optional<String> className(long window) {
    MemorySegment hint = scratch.asSlice(64, 16);
    if ((int) X11.call("XGetClassHint", display, window, hint.address()) == 0) {
      return Optional.empty();
    }
    long name = hint.get(ValueLayout.JAVA_LONG, 0);
    long kind = hint.get(ValueLayout.JAVA_LONG, 8);
    Optional<String> told = kind == 0 ? Optional.empty() : Optional.of(NativeLibrary.text(kind));
    X11.call("XFree", name);
    X11.call("XFree", kind);
    return told;
  }

  @Override
  public void close() {
    X11.call("XCloseDisplay", display);
    arena.close();
  }
}
