package kafedra.controller.files;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kafedra.controller.TestDistrict;
import org.junit.jupiter.api.Test;

class DistrictFileTest {
  private static List<String> problems(String json) {
    return switch (DistrictFile.parse(json)) {
      case DistrictFile.Read read -> List.of();
      case DistrictFile.Broken broken -> broken.problems();
    };
  }

  @Test
  void readsAWholeDistrict() {
    assertThat(DistrictFile.parse(TestDistrict.json())).isInstanceOf(DistrictFile.Read.class);
    if (DistrictFile.parse(TestDistrict.json()) instanceof DistrictFile.Read read) {
      assertThat(read.district().premises().workstations()).hasSize(18);
      assertThat(read.district().calendars()).hasSize(2);
    }
  }

  @Test
  void tellsAllProblemsAtOnceEachWithItsPlace() {
    String json =
        TestDistrict.json()
            .replaceFirst("Asia/Yekaterinburg", "Mars/Olympus")
            .replaceFirst("\"opens\": \"08:00\"", "\"opens\": \"21:00\"")
            .replaceFirst("\"criterionKbps\": 1000", "\"criterionKbps\": 0")
            .replaceFirst("\"id\": \"l2\"", "\"id\": \"l1\"")
            .replaceFirst("\"WEBCAM\"", "\"HOLODECK\"")
            .replaceFirst("\"village\"", "\"vilage\"")
            .replaceFirst(
                "\"staff\": \\[\\]",
                """
                "staff": [{"login": "x", "name": "X", "password": "short", "grants":
                  [{"role": "KING"}, {"role": "LIBRARIAN", "school": "s9"}]}]
                """);

    assertThat(problems(json))
        .anyMatch(it -> it.startsWith("schools[0].zone: is not usable"))
        .anyMatch(it -> it.startsWith("schools[0].rules.closes: is not after opens"))
        .anyMatch(it -> it.startsWith("schools[0].buildings[0].criterionKbps: "))
        .anyMatch(
            it -> it.contains("lab «l1» stands in schools[0].buildings[0].labs[0].id already"))
        .anyMatch(it -> it.contains("features[1]: is not usable"))
        .anyMatch(it -> it.contains("unknown key «vilage»"))
        .anyMatch(it -> it.startsWith("staff[0].password: "))
        .anyMatch(it -> it.startsWith("staff[0].grants[0].role: "))
        .anyMatch(it -> it.contains("there is no school «s9»"))
        .hasSize(9);
  }

  @Test
  void repeatsNoSecretInAProblem() {
    String json =
        TestDistrict.json().replaceAll("\"pepper\": \"[0-9a-f]+\"", "\"pepper\": \"zzz\"");

    assertThat(problems(json)).hasSize(2).noneMatch(it -> it.contains("zzz"));
  }

  @Test
  void refusesWhatIsNoJson() {
    assertThat(problems("{\"name\": ")).hasSize(1);
    assertThat(problems("[]")).isNotEmpty();
  }

  private static String withCalendar(String calendar) {
    return TestDistrict.json()
        .replaceFirst("\"rules\":", "\"calendar\": " + calendar + ", \"rules\":");
  }

  @Test
  void readsASchoolYear() {
    String json =
        withCalendar(
            """
            {"year": {"first": "2026-09-01", "last": "2027-05-31"},
             "terms": [{"name": "I", "first": "2026-09-01", "last": "2026-10-25"}],
             "hours": {"MONDAY": [{"opens": "08:00", "closes": "18:00"}]},
             "labs": {"l1": {"MONDAY": []}}}
            """);

    assertThat(DistrictFile.parse(json)).isInstanceOf(DistrictFile.Read.class);
    if (DistrictFile.parse(json) instanceof DistrictFile.Read read) {
      assertThat(read.district().plans()).hasSize(1);
      assertThat(read.district().plans().getFirst().plan().terms()).hasSize(1);
    }
  }

  @Test
  void tellsAllProblemsOfASchoolYearWithTheirPlaces() {
    String json =
        withCalendar(
            """
            {"year": {"first": "2027-05-31", "last": "2026-09-01"},
             "terms": [{"name": "I", "first": "2026-09-01", "last": "2026-10-25"},
                       {"name": "II", "first": "2026-10-20", "last": "x"}],
             "labs": {"l3": {}}}
            """);

    assertThat(problems(json))
        .containsExactly(
            "schools[0].calendar.year.last: is before first, 2027-05-31. Maybe the two are"
                + " swapped.",
            "schools[0].calendar.terms[1].last: must be a day such as 2026-09-01",
            "schools[0].calendar.labs.l3: is no lab of this school");
  }

  @Test
  void tellsWhereASchoolYearIsOfTheWrongForm() {
    assertThat(problems(withCalendar("{\"terms\": [{\"name\": \"I\", \"from\": \"x\"}]}")))
        .singleElement()
        .asString()
        .startsWith("schools[0].calendar.terms[0].from: ");
    assertThat(problems(withCalendar("[]")))
        .singleElement()
        .asString()
        .startsWith("schools[0].calendar: ");
  }

  @Test
  void tellsAMissingZone() {
    assertThat(problems(TestDistrict.json().replaceFirst("\"zone\": \"Asia/Yekaterinburg\",", "")))
        .containsExactly("schools[0].zone: is missing");
  }

  @Test
  void tellsWhatIsWrongWithAgreements() {
    String json =
        TestDistrict.json()
            .replace(
                "\"staff\":",
                """
                "agreements": [
                  {"number": "1", "base": "s1", "network": "s2", "first": "2027-05-31", "last": "2026-09-01"},
                  {"number": "1", "base": "s1", "network": "s9", "first": "2026-09-01", "last": "2027-05-31"},
                  {"number": "2", "base": "s1", "network": "s1", "first": "2026-09-01", "last": "2027-05-31"}],
                "staff":\
                """);

    assertThat(problems(json))
        .containsExactly(
            "agreements[0].last: is before first, 2027-05-31. Maybe the two are swapped.",
            "agreements[1].number: agreement «1» stands in agreements[0].number already",
            "agreements[1].network: there is no school «s9»",
            "agreements[2].network: is the same school as base");
  }
}
