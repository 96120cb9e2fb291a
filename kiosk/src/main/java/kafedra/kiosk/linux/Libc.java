package kafedra.kiosk.linux;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The few calls of the C library that Java has no words for. Linked when first used. */
final class Libc {
  static final int AF_UNIX = 1;
  static final int SOCK_DGRAM = 2;

  private static final int SOCK_CLOEXEC = 0x80000;
  private static final int MSG_NOSIGNAL = 0x4000;
  private static final int MSG_DONTWAIT = 0x40;
  private static final int O_CLOEXEC_NONBLOCK = 0x80800; // with O_RDONLY, which is 0
  private static final long EVIOCGRAB = 0x40044590L; // _IOW('E', 0x90, int)
  private static final int POLL_BYTES = 8;
  private static final short POLLIN = 1;
  private static final int PATH_BYTES = 108;
  private static final int TIMEX_BYTES = 256; // more than struct timex takes on any Linux

  private Libc() {}

  /** A call with memory that lives as long as it. */
  interface Call {
    long with(MethodHandle handle, Arena arena) throws Throwable;
  }

  @SuppressWarnings("restricted") // the program is started with --enable-native-access
  private static MethodHandle link(String name, FunctionDescriptor how, Linker.Option... options) {
    Linker linker = Linker.nativeLinker();
    return linker.downcallHandle(linker.defaultLookup().findOrThrow(name), how, options);
  }

  static long call(MethodHandle handle, Call call) {
    try (Arena arena = Arena.ofConfined()) {
      return call.with(handle, arena);
    } catch (Throwable fault) { // what invokeExact declares; these calls throw nothing
      throw new IllegalStateException("a call of the C library failed", fault);
    }
  }

  /** adjtimex(2), which here only reads: the state of the kernel's clock. */
  static int clockState() {
    return (int)
        call(
            link("adjtimex", FunctionDescriptor.of(JAVA_INT, ADDRESS)),
            (adjtimex, arena) -> (int) adjtimex.invokeExact(arena.allocate(TIMEX_BYTES, 8)));
  }

  private static final class Sockets {
    static final MethodHandle SOCKET =
        link("socket", FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT));
    static final MethodHandle SEND_TO =
        link(
            "sendto",
            FunctionDescriptor.of(
                JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, JAVA_INT));

    private Sockets() {}
  }

  private static final class Files {
    static final MethodHandle OPEN =
        link(
            "open",
            FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT),
            Linker.Option.firstVariadicArg(2));
    static final MethodHandle CLOSE = link("close", FunctionDescriptor.of(JAVA_INT, JAVA_INT));
    static final MethodHandle READ =
        link("read", FunctionDescriptor.of(JAVA_LONG, JAVA_INT, ADDRESS, JAVA_LONG));
    static final MethodHandle POLL =
        link("poll", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_LONG, JAVA_INT));
    static final MethodHandle IOCTL =
        link(
            "ioctl",
            FunctionDescriptor.of(JAVA_INT, JAVA_INT, JAVA_LONG, JAVA_LONG),
            Linker.Option.firstVariadicArg(2));

    private Files() {}
  }

  /**
   * @return the descriptor; negative when the file cannot be opened
   */
  static int openToRead(Path file) {
    return (int)
        call(
            Files.OPEN,
            (open, arena) ->
                (int) open.invokeExact(arena.allocateFrom(file.toString()), O_CLOEXEC_NONBLOCK));
  }

  /** EVIOCGRAB: no other reader of the device gets its events until the descriptor is closed. */
  static boolean grab(int descriptor) {
    return call(Files.IOCTL, (ioctl, arena) -> (int) ioctl.invokeExact(descriptor, EVIOCGRAB, 1L))
        == 0;
  }

  /**
   * Waits a while for something to read.
   *
   * @return how much was read; 0 when nothing came, negative when nothing will
   */
  static int read(int descriptor, byte[] into, int waitMillis) {
    return (int)
        call(
            Files.POLL,
            (poll, arena) -> {
              MemorySegment asked = arena.allocate(POLL_BYTES, JAVA_INT.byteAlignment());
              asked.set(JAVA_INT, 0, descriptor);
              asked.set(JAVA_SHORT, JAVA_INT.byteSize(), POLLIN);
              int ready = (int) poll.invokeExact(asked, 1L, waitMillis);
              if (ready == 0) {
                return 0;
              }
              MemorySegment buffer = arena.allocate(into.length);
              long length = (long) Files.READ.invokeExact(descriptor, buffer, (long) into.length);
              MemorySegment.copy(buffer, JAVA_BYTE, 0, into, 0, (int) Math.max(0, length));
              return length > 0 ? length : -1; // an end of the file is an unplugged device too
            });
  }

  /**
   * @return the descriptor; negative when there is none
   */
  static int datagramSocket() {
    return (int)
        call(
            Sockets.SOCKET,
            (socket, arena) -> (int) socket.invokeExact(AF_UNIX, SOCK_DGRAM | SOCK_CLOEXEC, 0));
  }

  static void close(int descriptor) {
    long _ = call(Files.CLOSE, (close, arena) -> (int) close.invokeExact(descriptor));
  }

  /** {@code struct sockaddr_un}; a path that begins with @ is abstract. */
  static MemorySegment unixAddress(Arena arena, String path) {
    byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
    if (bytes.length >= PATH_BYTES) {
      throw new IllegalArgumentException("a socket's path of " + bytes.length + " bytes: " + path);
    }
    boolean isAbstract = path.startsWith("@");
    long length = JAVA_SHORT.byteSize() + bytes.length + (isAbstract ? 0 : 1);
    MemorySegment address = arena.allocate(length, JAVA_SHORT.byteAlignment());
    address.set(JAVA_SHORT, 0, (short) AF_UNIX);
    MemorySegment.copy(bytes, 0, address, JAVA_BYTE, JAVA_SHORT.byteSize(), bytes.length);
    if (isAbstract) {
      address.set(JAVA_BYTE, JAVA_SHORT.byteSize(), (byte) 0);
    }
    return address;
  }

  /** Sends one datagram to a Unix socket without waiting, and says whether it was taken. */
  static boolean sendDatagram(String path, byte[] content) {
    int socket = datagramSocket();
    if (socket < 0) {
      return false;
    }
    try {
      long sent =
          call(
              Sockets.SEND_TO,
              (sendTo, arena) -> {
                MemorySegment address = unixAddress(arena, path);
                return (long)
                    sendTo.invokeExact(
                        socket,
                        arena.allocateFrom(JAVA_BYTE, content),
                        (long) content.length,
                        MSG_NOSIGNAL | MSG_DONTWAIT,
                        address,
                        (int) address.byteSize());
              });
      return sent == content.length;
    } finally {
      close(socket);
    }
  }
}
