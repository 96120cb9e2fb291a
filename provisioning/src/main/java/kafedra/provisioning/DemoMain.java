package kafedra.provisioning;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import kafedra.contract.id.SchoolId;
import kafedra.provisioning.demo.CardIndex;
import kafedra.provisioning.demo.DemoPorts;
import kafedra.provisioning.demo.District;
import kafedra.provisioning.demo.DistrictOpening;
import kafedra.provisioning.demo.Guide;
import kafedra.provisioning.demo.Office;
import kafedra.provisioning.demo.Story;
import kafedra.provisioning.files.DataFolder;
import kafedra.provisioning.files.DistrictTemplate;
import kafedra.provisioning.http.HttpOffice;
import kafedra.provisioning.http.HttpReady;
import kafedra.provisioning.http.RefusedException;
import kafedra.provisioning.supervision.PortProbe;
import kafedra.provisioning.supervision.Program;
import kafedra.provisioning.supervision.ProgramFailedException;
import kafedra.provisioning.supervision.Supervised;
import kafedra.provisioning.supervision.Supervisor;
import kafedra.provisioning.wording.Wording;

/** {@code demo}: a whole made-up district on this machine, until it is stopped. */
final class DemoMain {
  /** All programs together are stopped within this. */
  static final Duration STOP = Duration.ofSeconds(14);

  private static final int KIOSKS = 2;
  private static final String RESOURCES = "demo/";
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM HH:mm");

  private final DemoConfig config;
  private final Wording words;
  private final PrintStream out;
  private final PrintStream err;
  private final InstantSource clock = InstantSource.system();
  private final DataFolder folder;
  private final Supervisor supervisor;
  private boolean isNew;
  private final CountDownLatch ended = new CountDownLatch(1);

  DemoMain(DemoConfig config, Wording words, PrintStream out, PrintStream err) {
    this.config = config;
    this.words = words;
    this.out = out;
    this.err = err;
    this.folder = new DataFolder(config.data());
    this.supervisor = new Supervisor(STOP, this::tell);
  }

  int run() {
    DemoPorts ports;
    try {
      ports = new DemoPorts(config.port(), KIOSKS);
    } catch (IllegalArgumentException outside) {
      err.println(words.say("ports-impossible", config.port()));
      return KafedraMain.MISUSED;
    }
    if (folder.content() == DataFolder.Content.SOMETHING_ELSE) {
      err.println(words.say("not-ours", folder.path(), DataFolder.MARK));
      return KafedraMain.MISUSED;
    }
    boolean wasThere = folder.content() == DataFolder.Content.OURS;
    Optional<DataFolder.Held> held = folder.hold();
    if (held.isEmpty()) {
      err.println(words.say("already-running", folder.holder()));
      return KafedraMain.MISUSED;
    }
    try (DataFolder.Held _ = held.get()) {
      return portsAreFree(ports) ? runHere(ports, wasThere) : KafedraMain.MISUSED;
    }
  }

  private boolean portsAreFree(DemoPorts ports) {
    Optional<DemoPorts.Wanted> taken =
        ports.all().stream().filter(it -> !PortProbe.isFree(it.port())).findFirst();
    taken.ifPresent(it -> {
      err.println(words.say("port-taken", it.port(), it.program()));
      err.println(words.say("port-move", elsewhere(ports)));
    });
    return taken.isEmpty();
  }

  /** A first port from which on all would be free now. */
  private static int elsewhere(DemoPorts taken) {
    int candidate = taken.first();
    for (int attempt = 0; attempt < 50; attempt++) {
      candidate = candidate > 60_000 ? 8_180 : candidate + 100;
      if (new DemoPorts(candidate, KIOSKS)
          .all().stream().allMatch(it -> PortProbe.isFree(it.port()))) {
        break;
      }
    }
    return candidate;
  }

  private int runHere(DemoPorts ports, boolean wasThere) {
    prepareFolder(wasThere);
    Thread stopper = Thread.ofPlatform().name("stopper").unstarted(this::stopOnSignal);
    Runtime.getRuntime().addShutdownHook(stopper);
    try (Supervisor _ = supervisor) {
      Running running = start(ports);
      try (LivelyMain lively = running.lively()) {
        lively.start();
        out.println("\n" + new Guide(running.district(), ports, running.cards()).text(words));
        waitForTheEnd();
      }
      if (ended.getCount() > 0) {
        out.println(words.say("stopping"));
      }
    } catch (ProgramFailedException | RefusedException | UncheckedIOException failed) {
      return ended.getCount() == 0 ? awaitStopper() : failed(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    return ended.getCount() == 0 ? awaitStopper() : goodbye();
  }

  private int goodbye() {
    ended.countDown();
    out.println(words.say("stopped", folder.path()));
    return KafedraMain.DONE;
  }

  /**
   * A signal came, and its thread stops everything and halts; this one must not end the program
   * before.
   */
  private int awaitStopper() {
    try {
      Thread.sleep(STOP.plusSeconds(2));
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    return KafedraMain.DONE;
  }

  private int failed(RuntimeException failure) {
    ended.countDown();
    err.println(words.say("failed", String.valueOf(failure.getMessage())));
    err.println(words.say("start-failed", folder.path()));
    return KafedraMain.FAILED;
  }

  private void prepareFolder(boolean wasThere) {
    switch (config.start()) {
      case FRESH -> {
        int removed = folder.clear();
        out.println(
            removed > 0
                ? words.say("removed", folder.path(), removed)
                : words.say("nothing-to-remove", folder.path()));
      }
      case KEEP -> out.println(words.say(wasThere ? "data-kept" : "data-new", folder.path()));
    }
  }

  /** What stands once everything is started. */
  private record Running(District district, CardIndex cards, LivelyMain lively) {}

  private Running start(DemoPorts ports) {
    DistrictTemplate filled =
        DistrictTemplate.parse(resourceText("district.json"))
            .filled(
                ZoneId.systemDefault(),
                kiosk -> folder.secretText(kiosk.value()),
                kiosk -> folder.secretText(kiosk + ".pepper"));
    District district = filled.district();
    CardIndex cards = CardIndex.parse(resourceText("cards.csv"));
    JavaCommand java = JavaCommand.ofThisProgram();
    DemoPrograms programs =
        new DemoPrograms(district, ports, Wiring.embedded(ports), folder, java, HttpReady::new);
    List<Program> all = programs.all(filled.json(), cards);
    out.println(
        words.say("starting", all.stream().map(Program::name).collect(Collectors.joining(", "))));
    all.forEach(supervisor::start);
    open(district, cards, ports);
    LivelyMain lively = LivelyMain.of(district, cards, ports, config.lively(), clock);
    lively.awaitRooms(Duration.ofSeconds(30));
    return new Running(district, cards, lively);
  }

  /** People at the first start; bookings around now at each. */
  private void open(District district, CardIndex cards, DemoPorts ports) {
    out.println(words.say("opening"));
    SchoolId anySchool = district.schools().getFirst();
    isNew = !folder.isOpened();
    if (isNew) {
      Office sysadmin = signIn(district.staff("SYSADMIN", anySchool), ports);
      new DistrictOpening(sysadmin, this::tell).open(rosters(district), cards.holders());
      folder.markOpened();
    }
    Map<SchoolId, Office> signedIn = new HashMap<>();
    Function<SchoolId, Office> librarians =
        school ->
            signedIn.computeIfAbsent(school, it -> signIn(district.staff("LIBRARIAN", it), ports));
    new Story(district, cards, librarians, told -> tell(told, district.zone()))
        .tell(clock.instant());
  }

  private static Office signIn(District.StaffMember member, DemoPorts ports) {
    return HttpOffice.signIn(
        DemoPrograms.http(ports.controller(), "/"), member.login(), member.password());
  }

  private static Map<SchoolId, byte[]> rosters(District district) {
    Map<SchoolId, byte[]> rosters = new LinkedHashMap<>();
    district.schools().forEach(school -> rosters.put(school, resource(school + ".csv")));
    return rosters;
  }

  private void waitForTheEnd() throws InterruptedException {
    if (config.stopAfter().isPresent()) {
      boolean _ = ended.await(config.stopAfter().get().toMillis(), TimeUnit.MILLISECONDS);
    } else {
      ended.await();
    }
  }

  /**
   * Ctrl+C or a service manager's stop: everything is stopped in order, and the exit code says that
   * this is how it should be. Only halting gives a code of its own once a signal has come; there is
   * nothing left to do then.
   */
  private void stopOnSignal() {
    if (ended.getCount() == 0) {
      // it ended by itself
      return;
    }
    out.println(words.say("stopping"));
    ended.countDown();
    supervisor.close();
    out.println(words.say("stopped", folder.path()));
    out.flush();
    Runtime.getRuntime().halt(KafedraMain.DONE);
  }

  private void tell(Supervised event) {
    out.println(
        switch (event) {
          case Supervised.Ready(String program, Duration after) ->
              words.say("ready", program, "%.1f".formatted(after.toMillis() / 1000.0));
          case Supervised.Died(String program, int code, Duration pause) ->
              words.say("died", program, code, pause.toSeconds());
          case Supervised.Restarted(String program) -> words.say("restarted", program);
          case Supervised.Killed(String program) -> words.say("killed", program);
        });
  }

  private void tell(DistrictOpening.Taken taken) {
    Office.Imported rows = taken.rows();
    out.println(words.say("imported", taken.school(), rows.kept(), rows.rejections().size()));
  }

  private void tell(Story.Told told, ZoneId zone) {
    String from = DAY.format(told.slot().start().atZone(zone));
    String to = CLOCK.format(told.slot().end().atZone(zone));
    switch (told.answer()) {
      case Office.Answer.Booked() -> out.println(words.say("booked", told.whose(), from, to));
      case Office.Answer.Refused(String reason) -> tellRefused(told, reason);
    }
  }

  /** When an earlier run's bookings stand, those of this one may find no room, which is no news. */
  private void tellRefused(Story.Told told, String reason) {
    if (isNew) {
      out.println(words.say("not-booked", told.whose(), reason));
    }
  }

  static String resourceText(String name) {
    return new String(resource(name), StandardCharsets.UTF_8);
  }

  private static byte[] resource(String name) {
    try (InputStream in = DemoMain.class.getResourceAsStream(RESOURCES + name)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its file " + RESOURCES + name);
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the program's file " + name + " cannot be read", unreadable);
    }
  }
}
