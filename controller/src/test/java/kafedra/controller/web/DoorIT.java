package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.SiteRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ways in for those without a card. */
class DoorIT {
  @TempDir Path folder;
  private Office office;

  @BeforeEach
  void open() {
    office = new Office(folder);
  }

  @AfterEach
  void close() {
    office.close();
  }

  private long open(String condition) {
    return office.district.number("SELECT count(*) FROM entry_code WHERE " + condition);
  }

  @Test
  void tellsACodeOnceAndKeepsNoDigits() {
    Office.Answer told =
        office.call("lib1", "POST", "/api/v1/people/p1/codes", Map.of("minutes", 30));

    assertThat(told.status()).isEqualTo(200);
    String digits = told.json().path("code").asString();
    assertThat(digits).matches("[0-9]{6}");
    assertThat(told.json().path("expires").asString()).isEqualTo("2026-11-23T04:30:00Z");
    assertThat(open("verifier = 'v" + digits + "' AND person = 'p1' AND building = 'b1'"))
        .isEqualTo(1);
    assertThat(office.district.number("SELECT count(*) FROM audit WHERE action = 'code-issued'"))
        .isEqualTo(1);
    assertThat(
            office.district.number(
                "SELECT count(*) FROM audit WHERE detail LIKE '%" + digits + "%'"))
        .isZero();
  }

  @Test
  void aCodeThatAKioskReportsAsUsedIsUsed() {
    String digits =
        office
            .call("lib1", "POST", "/api/v1/people/p1/codes", Map.of())
            .json()
            .path("code")
            .asString();
    assertThat(open("used_at IS NULL")).isEqualTo(1);

    office.report(new SiteRecord.CodeUsed(office.clock.stamp(), "v" + digits, new PersonId("p1")));
    assertThat(open("used_at IS NULL")).isZero();
  }

  @Test
  void aCodeWorksWhereItsLibrarianWorksAndNotForDays() {
    assertThat(
            office
                .call("lib1", "POST", "/api/v1/people/p1/codes", Map.of("building", "b2"))
                .status())
        .isEqualTo(422);
    assertThat(
            office
                .call("lib1", "POST", "/api/v1/people/p1/codes", Map.of("minutes", 1_441))
                .status())
        .isEqualTo(422);
    assertThat(office.call("lib2", "POST", "/api/v1/people/p1/codes", Map.of()).status())
        .isEqualTo(404);
  }

  @Test
  void tellsTheLibrarianWhosePictureIsWhich() {
    Office.Answer answer = office.get("lib1", "/api/v1/groups/g1/pictures");

    assertThat(answer.json().size()).isEqualTo(9);
    assertThat(answer.json().valueStream().map(it -> it.path("thing") + "/" + it.path("frame")))
        .doesNotHaveDuplicates();
    assertThat(office.get("lib2", "/api/v1/groups/g1/pictures").status()).isEqualTo(404);
  }
}
