package kafedra.agent.linux.x11;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** Draws shapes and text on windows of one display. For one thread. */
final class XPen {
  private static final NativeLibrary XFT = new NativeLibrary("libXft.so.2");

  private final XDisplay display;
  private final Arena arena = Arena.ofAuto();
  private final MemorySegment extents = arena.allocate(16, 8);
  private final MemorySegment colour = arena.allocate(16, 8);
  private final Map<Integer, Long> fonts = new HashMap<>();
  private final long visual;
  private final long colormap;
  private final long context;

  XPen(XDisplay display) {
    this.display = display;
    visual = XDisplay.X11.call("XDefaultVisual", display.handle(), display.screen());
    colormap = XDisplay.X11.call("XDefaultColormap", display.handle(), display.screen());
    context = XDisplay.X11.call("XCreateGC", display.handle(), display.root(), 0, 0);
  }

  private void colour(int rgb) {
    XDisplay.X11.call("XSetForeground", display.handle(), context, rgb);
  }

  void rectangle(long window, int rgb, int x, int y, int width, int height) {
    colour(rgb);
    XDisplay.X11.call("XFillRectangle", display.handle(), window, context, x, y, width, height);
  }

  void disc(long window, int rgb, int x, int y, int diameter) {
    colour(rgb);
    int whole = 360 * 64;
    XDisplay.X11.call(
        "XFillArc", display.handle(), window, context, x, y, diameter, diameter, 0, whole);
  }

  /** A padlock, centred: who cannot read knows it too. */
  void padlock(long window, int rgb, int background, int centreX, int centreY, int size) {
    int shackle = size * 7 / 10;
    int thickness = size / 8;
    int left = centreX - shackle / 2;
    int top = centreY - size / 2 - shackle / 3;
    disc(window, rgb, left, top, shackle);
    disc(window, background, left + thickness, top + thickness, shackle - 2 * thickness);
    rectangle(window, background, left, top + shackle / 2, shackle, size);
    rectangle(window, rgb, left, top + shackle / 2, thickness, size / 2);
    rectangle(window, rgb, left + shackle - thickness, top + shackle / 2, thickness, size / 2);
    rectangle(window, rgb, centreX - size / 2, centreY - size / 6, size, size * 7 / 10);
    disc(window, background, centreX - size / 10, centreY + size / 12, size / 5);
  }

  /** Writes a line, its middle at {@code centreX}. */
  void text(long window, int rgb, int size, int centreX, int baseline, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long draw = XFT.call("XftDrawCreate", display.handle(), window, visual, colormap);
    try (Arena words = Arena.ofConfined()) {
      MemorySegment utf8 = words.allocate(Math.max(1, bytes.length));
      MemorySegment.copy(bytes, 0, utf8, ValueLayout.JAVA_BYTE, 0, bytes.length);
      int x = centreX - width(size, utf8, bytes.length) / 2;
      colour.set(ValueLayout.JAVA_LONG, 0, rgb & 0xffffffL);
      colour.set(ValueLayout.JAVA_SHORT, 8, wide(rgb >> 16));
      colour.set(ValueLayout.JAVA_SHORT, 10, wide(rgb >> 8));
      colour.set(ValueLayout.JAVA_SHORT, 12, wide(rgb));
      colour.set(ValueLayout.JAVA_SHORT, 14, (short) 0xffff);
      XFT.call(
          "XftDrawStringUtf8",
          draw,
          colour.address(),
          font(size),
          x,
          baseline,
          utf8.address(),
          bytes.length);
    } finally {
      XFT.call("XftDrawDestroy", draw);
    }
  }

  int width(int size, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (Arena words = Arena.ofConfined()) {
      MemorySegment utf8 = words.allocate(Math.max(1, bytes.length));
      MemorySegment.copy(bytes, 0, utf8, ValueLayout.JAVA_BYTE, 0, bytes.length);
      return width(size, utf8, bytes.length);
    }
  }

  private int width(int size, MemorySegment utf8, int length) {
    XFT.call(
        "XftTextExtentsUtf8",
        display.handle(),
        font(size),
        utf8.address(),
        length,
        extents.address());
    return extents.get(ValueLayout.JAVA_SHORT, 8);
  }

  private static short wide(int component) {
    return (short) ((component & 0xff) * 0x101);
  }

  private long font(int size) {
    return fonts.computeIfAbsent(
        size,
        pixels -> {
          try (Arena names = Arena.ofConfined()) {
            String name = "sans:bold:pixelsize=" + pixels;
            return XFT.call(
                "XftFontOpenName",
                display.handle(),
                display.screen(),
                names.allocateFrom(name).address());
          }
        });
  }
}
