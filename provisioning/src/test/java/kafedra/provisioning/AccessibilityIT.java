package kafedra.provisioning;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import kafedra.provisioning.DistrictUnderTest.Broker;
import kafedra.provisioning.trial.Audit;
import kafedra.provisioning.trial.DistrictPages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The librarian's pages, held against what a machine can see of WCAG 2.2 AA. */
class AccessibilityIT {
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

  @ParameterizedTest
  @CsvSource({"1366, 768, ru", "390, 844, en"})
  void pagesOfALibrarianHaveNoFaultThatAxeSees(int width, int height, String language) {
    DistrictPages pages = trial.staff("LIBRARIAN").speak(language);
    Page page = pages.page();
    page.setViewportSize(width, height);
    for (String name : new String[] {"room", "book", "class", "day", "week", "people"}) {
      pages.open(name).settle();
      assertThat(Audit.faults(page)).as(name).isEmpty();
    }
    pages.open("day").settle();
    page.locator(".day-cell.open").first().press("Enter");
    page.locator("dialog[open] form").waitFor();
    assertThat(Audit.faults(page)).as("the dialog that books").isEmpty();
  }
}
