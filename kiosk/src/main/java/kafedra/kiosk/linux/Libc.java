package kafedra.kiosk.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/** The few calls of the C library that Java has no words for. Linked when first used. */
final class Libc {
  private Libc() {}

  /** What a call gave; {@code value} is negative when it failed. */
  interface Call {
    long on(MethodHandle handle, Arena arena) throws Throwable;
  }

  @SuppressWarnings("restricted") // the program is started with --enable-native-access
  private static MethodHandle link(String name, FunctionDescriptor how) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), how);
  }

  private static long call(MethodHandle handle, Call call) {
    try (Arena arena = Arena.ofConfined()) {
      return call.on(handle, arena);
    } catch (Throwable fault) { // what invokeExact declares; these calls throw nothing
      throw new IllegalStateException("a call of the C library failed", fault);
    }
  }

  private static final int TIMEX_BYTES = 256; // more than struct timex takes on any Linux

  /** adjtimex(2), which here only reads: the state of the kernel's clock. */
  static int clockState() {
    FunctionDescriptor how = FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS);
    return (int)
        call(
            link("adjtimex", how),
            (adjtimex, arena) -> {
              MemorySegment readOnly = arena.allocate(TIMEX_BYTES, 8);
              return (int) adjtimex.invokeExact(readOnly);
            });
  }
}
