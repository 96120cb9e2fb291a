package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import kafedra.contract.id.SchoolId;
import kafedra.provisioning.demo.CardHolder;
import kafedra.provisioning.demo.CardIndex;
import kafedra.provisioning.demo.DemoPorts;
import kafedra.provisioning.demo.Office;
import kafedra.provisioning.http.HttpOffice;
import kafedra.provisioning.http.HttpPortal;
import kafedra.provisioning.lively.Portal.Arrival;
import kafedra.provisioning.supervision.PortProbe;
import kafedra.provisioning.trial.FreePorts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code demo} as a new user meets it: started, looked at, stopped, started again, started over.
 */
class DemoIT {
  private static final Path JAR = Path.of("target/kafedra-provisioning.jar").toAbsolutePath();
  private static final List<String> STAFF =
      List.of("bibliotekar", "bibliotekar2", "sysadmin", "koordinator");
  private static final String PASSWORD = "kafedra-demo";
  private static final String READY = "Stop: Ctrl+C";

  @TempDir Path temp;
  private final int port = FreePorts.row(6);
  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void stopWhatIsLeft() {
    started.forEach(Process::destroyForcibly);
  }

  private record Demo(Process process, Path output) {
    String printed() {
      try {
        return Files.readString(output);
      } catch (IOException none) {
        return "";
      }
    }
  }

  private Demo demo(String name, String... more) throws IOException {
    return demoIn(temp.resolve("data"), name, more);
  }

  private Demo demoIn(Path data, String name, String... more) throws IOException {
    List<String> command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-jar",
                JAR.toString(),
                "demo",
                "--port",
                String.valueOf(port),
                "--lively",
                "off",
                "--data",
                data.toString()));
    command.addAll(List.of(more));
    Path output = temp.resolve(name + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
    Map<String, String> environment = builder.environment();
    environment.keySet().removeIf(it -> it.startsWith("LC_"));
    environment.put("LANG", "en_GB.UTF-8");
    Process process = builder.start();
    started.add(process);
    return new Demo(process, output);
  }

  private static void awaitReady(Demo demo) {
    await("the demo is ready")
        .atMost(Duration.ofMinutes(2))
        .until(() -> demo.printed().contains(READY) || !demo.process().isAlive());
    assertThat(demo.printed()).contains(READY);
  }

  private void stop(Demo demo) throws InterruptedException {
    demo.process().destroy();
    assertThat(demo.process().waitFor(20, TimeUnit.SECONDS)).as("stopped in time").isTrue();
    assertThat(demo.process().exitValue()).isZero();
    assertThat(demo.printed()).contains("Stopped.").doesNotContain("was killed");
    assertThat(new DemoPorts(port, 2).all()).allMatch(it -> PortProbe.isFree(it.port()));
  }

  private URI at(int offset) {
    return DemoPrograms.http(port + offset, "/");
  }

  @Test
  void standsUpServesEverybodyAndKeepsItsDataUntilStartedOver() throws Exception {
    Demo first = demo("first");
    awaitReady(first);
    everybodyIsServed();
    aTakenPortIsNamed();
    stop(first);

    Demo second = demo("second");
    awaitReady(second);
    assertThat(second.printed()).contains("kept").doesNotContain("in the roster");
    assertThat(sysadmin().findPerson(new SchoolId("svet"), "Ежов Фёдор", "2А")).isPresent();
    assertThat(new HttpPortal(at(1)).arrive(visitor("svet").card()))
        .isIn(new Arrival.SatAlready(), new Arrival.Seated());
    stop(second);

    Demo fresh = demo("fresh", "--fresh");
    awaitReady(fresh);
    assertThat(fresh.printed()).contains("Starting over. Removed").contains("in the roster");
    stop(fresh);
  }

  private Office sysadmin() {
    return HttpOffice.signIn(at(0), "sysadmin", PASSWORD);
  }

  private void everybodyIsServed() {
    STAFF.forEach(login -> HttpOffice.signIn(at(0), login, PASSWORD));
    assertThat(new HttpPortal(at(1)).arrive(visitor("svet").card()))
        .isEqualTo(new Arrival.Seated());
    assertThat(new HttpPortal(at(2)).arrive(visitor("plyos").card()))
        .isEqualTo(new Arrival.Seated());
    assertThat(new HttpPortal(at(1)).arrive("0000000000"))
        .isEqualTo(new Arrival.TurnedAway("unknown-card"));
  }

  private static CardHolder visitor(String school) {
    return CardIndex.parse(DemoMain.resourceText("cards.csv"))
        .of(new SchoolId(school), CardHolder.Player.VISITOR)
        .getFirst();
  }

  private void aTakenPortIsNamed() throws Exception {
    Demo other = demoIn(temp.resolve("elsewhere"), "other");
    assertThat(other.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(other.process().exitValue()).isEqualTo(KafedraMain.MISUSED);
    assertThat(other.printed()).contains("Port " + port + " (for the controller) is taken");
    Demo same = demo("same");
    assertThat(same.process().waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(same.process().exitValue()).isEqualTo(KafedraMain.MISUSED);
    assertThat(same.printed()).contains("running already");
  }
}
