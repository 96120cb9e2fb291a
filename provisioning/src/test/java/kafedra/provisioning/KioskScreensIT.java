package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.trial.Audit;
import kafedra.provisioning.trial.Browser;
import kafedra.provisioning.trial.KioskScenes;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every screen of the kiosk on every screen that it is made for, in both languages. */
class KioskScreensIT {
  /** What crosses the wire when the kiosk's browser opens the page, bytes. */
  private static final long MOST_BYTES = 150_000;

  @TempDir static Path temp;
  private static Trial trial;

  @BeforeAll
  static void open() {
    trial = new Trial(temp, Broker.EMBEDDED, Broker.EMBEDDED);
  }

  @AfterAll
  static void close() {
    trial.close();
  }

  static Stream<Arguments> screens() {
    return Stream.of(List.of(1024, 600), List.of(800, 480), List.of(600, 1024), List.of(480, 800))
        .flatMap(size ->
            Stream.of("ru", "en")
                .map(language -> Arguments.of(size.get(0), size.get(1), language)));
  }

  @ParameterizedTest
  @MethodSource("screens")
  void haveNoFaultThatAxeSeesAndFitWithoutScrolling(int width, int height, String language) {
    Page page = trial.browser().page(width, height, language);
    KioskScenes scenes = KioskScenes.on(page, trial.district().kiosk(), language);
    SoftAssertions all = new SoftAssertions();
    for (String name : scenes.names()) {
      scenes.show(name);
      String screen = "%s at %d×%d in %s".formatted(name, width, height, language);
      Browser.picture(page, "scene-%s-%dx%d-%s".formatted(name, width, height, language));
      all.assertThat(Audit.faults(page)).as(screen).isEmpty();
      all.assertThat(scenes.misplaced()).as(screen).isEmpty();
    }
    all.assertAll();
    assertThat(trial.browser().complaints()).isEmpty();
    page.context().close();
  }

  @ParameterizedTest
  @MethodSource("screens")
  void nothingMovesByItselfWhileThePageComesUp(int width, int height, String language) {
    Page page = trial.browser().page(width, height, language);
    page.addInitScript(KioskScenes.WATCH_SHIFTS);
    page.navigate(trial.district().kiosk().toString());
    page.locator("main.screen-idle").waitFor();
    page.waitForFunction("document.fonts.status === 'loaded'");
    page.waitForFunction("document.querySelector('svg.pictograms') !== null");
    // two more draws of the clock
    page.waitForFunction(
        "start => performance.now() - start > 2200", page.evaluate("performance.now()"));
    assertThat(page.evaluate("window.shifts")).asString().isEqualTo("[]");
    page.context().close();
  }

  @Test
  void thePageIsLight() {
    Page page = trial.browser().page(1024, 600, "ru-RU");
    page.navigate(trial.district().kiosk().toString());
    page.locator("main.screen-idle").waitFor();
    page.waitForFunction("document.querySelector('svg.pictograms') !== null");
    long bytes =
        ((Number)
                page.evaluate(
                    """
                    performance.getEntries()
                      .filter((entry) => entry.transferSize !== undefined)
                      .reduce((sum, entry) => sum + entry.transferSize, 0)
                    """))
            .longValue();
    assertThat(bytes).isPositive().isLessThanOrEqualTo(MOST_BYTES);
    page.context().close();
  }
}
