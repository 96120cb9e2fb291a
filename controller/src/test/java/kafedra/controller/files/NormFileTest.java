package kafedra.controller.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import kafedra.controller.norm.NormTable;
import kafedra.controller.norm.Norms;
import kafedra.controller.norm.ScreenLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormFileTest {
  private static final Norms RUSSIA = NormFile.ofRussia();

  private static List<String> problems(String json) {
    return switch (NormFile.parse(json)) {
      case NormFile.Read read -> List.of();
      case NormFile.Broken broken -> broken.problems();
    };
  }

  private static NormTable on(String day) {
    return RUSSIA.on(LocalDate.parse(day)).orElseThrow();
  }

  private static Duration minutes(int count) {
    return Duration.ofMinutes(count);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 20, 40, 80", "2, 20, 40, 80", "3, 25, 50, 90", "4, 25, 50, 90", "5, 30, 60, 120",
    "6, 30, 60, 120", "7, 30, 60, 120", "9, 30, 60, 120", "10, 35, 70, 170", "11, 35, 70, 170"
  })
  void bringsTheRussianTableOfToday(int grade, int lesson, int day, int home) {
    assertThat(on("2026-11-25").forGrade(grade))
        .contains(new ScreenLimits(minutes(lesson), minutes(day), minutes(home)));
  }

  @Test
  void leavesOutGradeTwelveAsTheNormDoes() {
    assertThat(on("2026-11-25").forGrade(12)).isEmpty();
  }

  @Test
  void judgesADayByTheTableOfThatDay() {
    assertThat(on("2021-02-28").title()).isEqualTo("СанПиН 2.2.2/2.4.1340-03");
    assertThat(on("2021-02-28").forGrade(6).orElseThrow().lesson()).isEqualTo(minutes(20));
    assertThat(on("2021-02-28").forGrade(6).orElseThrow().ofDay()).isEmpty();
    assertThat(on("2021-03-01").title()).isEqualTo("СанПиН 1.2.3685-21");
    assertThat(RUSSIA.on(LocalDate.parse("2003-06-29"))).isEmpty();
  }

  @Test
  void holdsToATableThatHasOutlivedItsOwnEndAndSaysSo() {
    assertThat(on("2027-02-28").isOutlivedOn(LocalDate.parse("2027-02-28"))).isFalse();
    assertThat(on("2027-03-01").title()).isEqualTo("СанПиН 1.2.3685-21");
    assertThat(on("2027-03-01").isOutlivedOn(LocalDate.parse("2027-03-01"))).isTrue();
  }

  @Test
  void tellsAllProblemsAtOnceEachWithItsPlace() {
    String json =
        """
        {"country": "Russia", "tables": [
          {"title": "A", "source": "x", "from": "2030-01-01", "statedEnd": "2029-01-01", "restMinutes": -1,
           "grades": [{"from": 4, "to": 1, "lesson": 0}, {"from": 5, "to": 6, "lesson": 30, "day": 20},
                      {"from": 7, "to": 8, "lesson": 30}, {"from": 8, "to": 9, "lesson": 30}]},
          {"title": "B", "from": "yesterday", "restMinutes": 5, "grades": [], "gardes": []}]}
        """;

    assertThat(problems(json))
        .anyMatch(it -> it.startsWith("country: is not usable"))
        .anyMatch(it -> it.startsWith("tables[0].restMinutes: "))
        .anyMatch(it -> it.startsWith("tables[0].statedEnd: is not after from"))
        .anyMatch(it -> it.startsWith("tables[0].grades[0].to: is less than from"))
        .anyMatch(it -> it.startsWith("tables[0].grades[0].lesson: "))
        .anyMatch(it -> it.startsWith("tables[0].grades[1].day: is less than a lesson"))
        .anyMatch(it -> it.startsWith("tables[0].grades[3]: grade 8 has limits already"))
        .anyMatch(it -> it.startsWith("tables[1].source: is missing"))
        .anyMatch(it -> it.startsWith("tables[1].from: is not usable"))
        .anyMatch(it -> it.startsWith("tables[1]: unknown key «gardes»"))
        .hasSize(10);
  }

  @Test
  void refusesTwoTablesOfOneDay() {
    String table =
        """
        {"title": "A", "source": "x", "from": "2030-01-01", "restMinutes": 5, "grades": []}
        """;

    assertThat(problems("{\"country\": \"KZ\", \"tables\": [%s, %s]}".formatted(table, table)))
        .containsExactly("tables[1].from: another table begins on 2030-01-01");
  }

  @Test
  void readsADistrictsOwnFile(@TempDir Path folder) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("norms.json"),
            """
            {"country": "KZ", "tables": [{"title": "Own", "source": "ours", "from": "2020-01-01",
              "restMinutes": 15, "grades": [{"from": 12, "to": 12, "lesson": 40, "day": 90}]}]}
            """);

    assertThat(NormFile.read(file))
        .isInstanceOfSatisfying(
            NormFile.Read.class,
            read ->
                assertThat(
                        read.norms()
                            .on(LocalDate.parse("2026-01-01"))
                            .flatMap(it -> it.forGrade(12))
                            .flatMap(ScreenLimits::ofDay))
                    .contains(minutes(90)));
    assertThat(NormFile.read(folder.resolve("none.json"))).isInstanceOf(NormFile.Broken.class);
  }
}
