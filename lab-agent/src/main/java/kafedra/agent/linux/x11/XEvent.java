package kafedra.agent.linux.x11;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;

/**
 * Something that happened to a window.
 *
 * @param detail of {@code VISIBILITY} how much is seen, 0 for all
 */
record XEvent(Kind kind, long window, int detail) {
  /** What happened. */
  enum Kind {
    BUTTON(4),
    FOCUS_OUT(10),
    EXPOSE(12),
    VISIBILITY(15),
    DESTROYED(17),
    UNMAPPED(18),
    CONFIGURED(22);

    private final int code;

    Kind(int code) {
      this.code = code;
    }

    static Optional<Kind> of(int code) {
      return Arrays.stream(values()).filter(kind -> kind.code == code).findFirst();
    }
  }

  /** Reads the parts that all of these events have at the same place. */
  static XEvent read(Kind kind, MemorySegment event) {
    return new XEvent(
        kind, event.get(ValueLayout.JAVA_LONG, 32), event.get(ValueLayout.JAVA_INT, 40));
  }
}
