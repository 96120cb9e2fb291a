package kafedra.bench.figure;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import kafedra.agent.AgentMain;
import kafedra.agent.curtain.CurtainOrder;
import kafedra.agent.curtain.CurtainWords;
import kafedra.bench.report.Figure;
import kafedra.bench.report.Measurement;
import kafedra.bench.report.Percentiles;

/**
 * How soon a workstation's screen is covered and uncovered, and what is seen of it while its locker
 * is killed again and again. The picture is read from the X server's own memory.
 */
public final class DesktopLock implements Measurement {
  private static final int TIMES = 500;
  private static final int KILLS = 100;
  private static final int WIDTH = 1024;
  private static final int HEIGHT = 768;
  private static final int OPEN_COLOUR = 0x00ff00;
  private static final Duration LONGEST = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "desktop-lock";
  }

  @Override
  public String about() {
    return "The locker of an X11 session on a real X server (Xvfb, "
        + WIDTH
        + "×"
        + HEIGHT
        + "): "
        + TIMES
        + " times opened and covered, from the order to the picture; then "
        + KILLS
        + " kill -9 while covered, another started each time.";
  }

  @Override
  public List<Figure> measure(Path scratch) throws Exception {
    try (Picture picture = Picture.show(scratch)) {
      List<Figure> figures = new ArrayList<>();
      Process locker = start(picture, scratch);
      try (Line line = Line.to(scratch)) {
        figures.addAll(latency(picture, line));
        figures.add(new Figure("locker-resident", memory(locker, "Rss:"), "MB"));
        figures.add(new Figure("locker-own-share", memory(locker, "Pss:"), "MB"));
        long before = processorMillis(locker);
        TimeUnit.SECONDS.sleep(30);
        figures.add(
            new Figure(
                "locker-processor-covered", (processorMillis(locker) - before) / 300.0, "%"));
      }
      figures.addAll(kills(picture, scratch, locker));
      return figures;
    }
  }

  private static List<Figure> latency(Picture picture, Line line) throws Exception {
    List<Duration> opened = new ArrayList<>();
    List<Duration> covered = new ArrayList<>();
    for (int i = 0; i < TIMES; i++) {
      opened.add(timed(picture, line, new CurtainOrder.Open(Duration.ofHours(1))));
      covered.add(timed(picture, line, new CurtainOrder.Cover()));
    }
    return List.of(
        new Figure("unlock-p50", new Percentiles(opened).at(50), "ms"),
        new Figure("unlock-p99", new Percentiles(opened).at(99), "ms"),
        new Figure("lock-p50", new Percentiles(covered).at(50), "ms"),
        new Figure("lock-p99", new Percentiles(covered).at(99), "ms"));
  }

  private static Duration timed(Picture picture, Line line, CurtainOrder order) throws Exception {
    boolean open = order instanceof CurtainOrder.Open;
    long from = System.nanoTime();
    line.send(order);
    long until = from + LONGEST.toNanos();
    while (picture.isOpen() != open && System.nanoTime() < until) {
      Thread.onSpinWait();
    }
    long took = System.nanoTime() - from;
    line.answer();
    return Duration.ofNanos(took);
  }

  /** Between a kill and the next locker's hold, every look at the picture is counted. */
  private static List<Figure> kills(Picture picture, Path scratch, Process first) throws Exception {
    Process locker = first;
    long uncovered = 0;
    List<Duration> back = new ArrayList<>();
    for (int i = 0; i < KILLS; i++) {
      long killed = System.nanoTime();
      locker.destroyForcibly();
      Files.deleteIfExists(scratch.resolve("locker"));
      locker = start(picture, scratch);
      long last = System.nanoTime();
      boolean held = false;
      while (!held && System.nanoTime() - killed < LONGEST.toNanos()) {
        long now = System.nanoTime();
        uncovered += picture.isOpen() ? now - last : 0;
        last = now;
        held = Files.exists(scratch.resolve("locker"));
      }
      back.add(Duration.ofNanos(System.nanoTime() - killed));
    }
    locker.destroyForcibly();
    return List.of(
        new Figure("uncovered-after-kill-9", uncovered / 1e6, "ms", "aim 0, over all kills"),
        new Figure("locker-back-p50", new Percentiles(back).at(50), "ms"),
        new Figure("locker-back-p99", new Percentiles(back).at(99), "ms"));
  }

  private static Process start(Picture picture, Path scratch) throws IOException {
    List<String> words = new ArrayList<>(AgentMain.lockerProgram());
    words.addAll(List.of(picture.display(), "07", scratch.resolve("locker").toString()));
    return new ProcessBuilder(words)
        .redirectErrorStream(true)
        .redirectOutput(scratch.resolve("locker.log").toFile())
        .start();
  }

  private static double memory(Process process, String which) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup")).stream()
            .filter(line -> line.startsWith(which))
            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
            .sum()
        / 1024.0;
  }

  private static long processorMillis(Process process) {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO).toMillis();
  }

  /** An X server and what it shows. */
  private record Picture(Process server, String display, ByteBuffer dump) implements AutoCloseable {
    static Picture show(Path scratch) throws Exception {
      String display = ":" + ThreadLocalRandom.current().nextInt(100, 60_000);
      Process server =
          new ProcessBuilder(
                  "Xvfb",
                  display,
                  "-screen",
                  "0",
                  WIDTH + "x" + HEIGHT + "x24",
                  "-noreset",
                  "-nolisten",
                  "tcp",
                  "-fbdir",
                  scratch.toString())
              .redirectErrorStream(true)
              .redirectOutput(scratch.resolve("xvfb.log").toFile())
              .start();
      while (paint(display, scratch) != 0) {
        if (!server.isAlive()) {
          throw new IOException("Xvfb did not start. Maybe it is not installed.");
        }
        TimeUnit.MILLISECONDS.sleep(50);
      }
      try (FileChannel file =
          FileChannel.open(scratch.resolve("Xvfb_screen0"), StandardOpenOption.READ)) {
        ByteBuffer dump = file.map(FileChannel.MapMode.READ_ONLY, 0, file.size());
        return new Picture(server, display, dump);
      }
    }

    private static int paint(String display, Path scratch) throws Exception {
      return new ProcessBuilder("xsetroot", "-display", display, "-solid", "#00ff00")
          .redirectErrorStream(true)
          .redirectOutput(scratch.resolve("xsetroot.log").toFile())
          .start()
          .waitFor();
    }

    /** Whether anything of the desktop is seen, in any of nine places over the screen. */
    boolean isOpen() {
      for (int place = 0; place < 9; place++) {
        if (colour(place % 3 * (WIDTH - 1) / 2, place / 3 * (HEIGHT - 1) / 2) == OPEN_COLOUR) {
          return true;
        }
      }
      return false;
    }

    private int colour(int x, int y) {
      ByteBuffer header = dump.duplicate().order(ByteOrder.BIG_ENDIAN);
      int start = header.getInt(0) + header.getInt(19 * 4) * 12;
      int at = start + y * header.getInt(12 * 4) + x * 4;
      return dump.duplicate().order(ByteOrder.LITTLE_ENDIAN).getInt(at) & 0xffffff;
    }

    @Override
    public void close() {
      server.destroyForcibly();
    }
  }

  /** The agent's end of the line to a locker. */
  private record Line(SocketChannel channel, BufferedReader in, BufferedWriter out)
      implements AutoCloseable {
    static Line to(Path scratch) throws Exception {
      Path socket = scratch.resolve("locker");
      long until = System.nanoTime() + LONGEST.toNanos();
      while (!Files.exists(socket) && System.nanoTime() < until) {
        TimeUnit.MILLISECONDS.sleep(20);
      }
      SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
      return new Line(
          channel,
          new BufferedReader(Channels.newReader(channel, StandardCharsets.UTF_8)),
          new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8)));
    }

    void send(CurtainOrder order) throws IOException {
      out.write(CurtainWords.write(order) + "\n");
      out.flush();
    }

    void answer() throws IOException {
      Objects.requireNonNull(in.readLine(), "the locker has ended");
    }

    @Override
    public void close() throws IOException {
      channel.close();
    }
  }
}
