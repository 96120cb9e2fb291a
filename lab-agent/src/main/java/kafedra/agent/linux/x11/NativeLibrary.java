package kafedra.agent.linux.x11;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A library of the system, called through the foreign-function API.
 *
 * <p>All arguments and results are passed as 64-bit words: in the calling conventions of Linux on
 * x86-64 and aarch64 an {@code int}, a pointer and a {@code long} take the same place, and a callee
 * that wants an {@code int} looks at the lower half. One shape for each count of arguments costs
 * the small agent less memory than one for each function.
 */
@SuppressWarnings("restricted") // calling out of Java is what this class is for
final class NativeLibrary {
  private static final Linker LINKER = Linker.nativeLinker();
  private static final Map<Integer, MethodHandle> SHAPES = new HashMap<>();

  private final SymbolLookup symbols;
  private final Map<String, MemorySegment> functions = new HashMap<>();

  /**
   * Loads a library.
   *
   * @param name as the loader knows it, such as {@code libX11.so.6}
   * @throws IllegalArgumentException if this system does not have it
   */
  NativeLibrary(String name) {
    symbols = SymbolLookup.libraryLookup(name, Arena.global());
  }

  /** Calls a function; what it returns is in the lower half where that is an {@code int}. */
  long call(String function, long... arguments) {
    MemorySegment address = functions.computeIfAbsent(function, symbols::findOrThrow);
    try {
      return (long) shape(arguments.length).invokeExact(address, arguments);
    } catch (RuntimeException | Error fault) {
      throw fault;
    } catch (Throwable impossible) { // what invokeExact declares
      throw new IllegalStateException(function + " is native and throws nothing", impossible);
    }
  }

  private static synchronized MethodHandle shape(int count) {
    return SHAPES.computeIfAbsent(
        count,
        arguments -> {
          MemoryLayout[] words =
              IntStream.range(0, arguments)
                  .mapToObj(_ -> ValueLayout.JAVA_LONG)
                  .toArray(MemoryLayout[]::new);
          return LINKER
              .downcallHandle(FunctionDescriptor.of(ValueLayout.JAVA_LONG, words))
              .asSpreader(1, long[].class, arguments);
        });
  }

  /** Text behind a pointer of the library. */
  static String text(long address) {
    return MemorySegment.ofAddress(address).reinterpret(Long.MAX_VALUE).getString(0);
  }

  /** Memory behind a pointer of the library. */
  static MemorySegment at(long address, long bytes) {
    return MemorySegment.ofAddress(address).reinterpret(bytes);
  }
}
