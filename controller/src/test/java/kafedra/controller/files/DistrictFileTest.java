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
}
