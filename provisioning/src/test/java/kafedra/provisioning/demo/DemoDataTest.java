package kafedra.provisioning.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;
import kafedra.provisioning.files.DistrictTemplate;
import org.junit.jupiter.api.Test;

/** The demo's own files fit together. */
class DemoDataTest {
  private static final Charset CYRILLIC = Charset.forName("windows-1251");

  private static byte[] bytes(String name) {
    try (InputStream in = DemoDataTest.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new AssertionError(name, unreadable);
    }
  }

  private static District district() {
    return DistrictTemplate.parse(new String(bytes("district.json"), StandardCharsets.UTF_8))
        .filled(ZoneId.of("Asia/Yekaterinburg"), kiosk -> "s", kiosk -> "p")
        .district();
  }

  private static CardIndex cards() {
    return CardIndex.parse(new String(bytes("cards.csv"), StandardCharsets.UTF_8));
  }

  @Test
  void twoBuildingsHaveAKioskAndADozenSeats() {
    District district = district();
    assertThat(district.schools()).hasSize(3);
    assertThat(district.sites()).hasSize(2);
    assertThat(district.sites().stream().mapToInt(it -> it.workstations().size()).sum())
        .isEqualTo(12);
  }

  @Test
  void secretsStandInTheFilledFileAndNotInTheShippedOne() {
    String shipped = new String(bytes("district.json"), StandardCharsets.UTF_8);
    assertThat(shipped).doesNotContain("secret").doesNotContain("pepper");
    String filled =
        DistrictTemplate.parse(shipped)
            .filled(ZoneId.of("UTC"), kiosk -> "secret-of-" + kiosk, kiosk -> "pepper-of-" + kiosk)
            .json();
    assertThat(filled).contains("secret-of-kiosk-svet").contains("pepper-of-kiosk-plyos");
  }

  @Test
  void oneRosterIsInTheOldWindowsEncoding() {
    assertThat(new String(bytes("plyos.csv"), CYRILLIC)).contains("Василиса");
    assertThat(new String(bytes("plyos.csv"), StandardCharsets.UTF_8)).contains("\uFFFD");
  }

  @Test
  void everyCardHolderStandsOnceInTheRosterOfTheirSchool() {
    Map<String, String> rosters =
        Map.of(
            "svet", new String(bytes("svet.csv"), StandardCharsets.UTF_8),
            "plyos", new String(bytes("plyos.csv"), CYRILLIC),
            "klyuchi", new String(bytes("klyuchi.csv"), StandardCharsets.UTF_8));
    for (CardHolder holder : cards().holders()) {
      Stream<String[]> rows =
          rosters
              .getOrDefault(holder.school().value(), "")
              .lines()
              .map(row -> row.split("[,;]", -1));
      assertThat(rows.filter(row -> isOf(row, holder))).as(holder.toString()).hasSize(1);
    }
  }

  private static boolean isOf(String[] row, CardHolder holder) {
    return row[1].equals(holder.firstName())
        && row[2].equals(holder.lastName())
        && row[row.length - 1].equals(holder.schoolClass());
  }

  @Test
  void noTwoShareACardOrANumber() {
    Set<String> seen = new HashSet<>();
    for (CardHolder holder : cards().holders()) {
      assertThat(seen.add(holder.card())).isTrue();
      holder.pin().ifPresent(pin -> assertThat(seen.add(pin.number())).isTrue());
    }
  }

  @Test
  void aBrokenCardListIsRefusedWithItsLine() {
    String text = new String(bytes("cards.csv"), StandardCharsets.UTF_8);
    String header = text.substring(0, text.indexOf('\n') + 1);
    assertThatThrownBy(() -> CardIndex.parse(header + "svet,Ежов\n"))
        .hasMessageContaining("line 2");
    assertThatThrownBy(() -> CardIndex.parse("card\n1\n")).hasMessageContaining("begin with");
  }

  @Test
  void nextLessonFollowsTheBellsOfTheSchoolsOwnDay() {
    SchoolId school = new SchoolId("one");
    ZoneId zone = ZoneId.of("Asia/Yekaterinburg");
    District district =
        new District(
            "d",
            zone,
            List.of(school),
            List.of(),
            Map.of(
                school,
                List.of(
                    new District.Lesson(DayOfWeek.MONDAY, LocalTime.of(8, 30), LocalTime.of(9, 10)),
                    new District.Lesson(
                        DayOfWeek.MONDAY, LocalTime.of(9, 20), LocalTime.of(10, 0)))),
            List.of());
    // Sunday evening in UTC is Monday, 00:30 there
    Instant sunday = Instant.parse("2026-11-22T19:30:00Z");
    assertThat(district.nextLesson(school, sunday))
        .contains(
            new TimeSlot(
                Instant.parse("2026-11-23T03:30:00Z"), Instant.parse("2026-11-23T04:10:00Z")));
    assertThat(district.nextLesson(school, Instant.parse("2026-11-23T03:30:01Z")))
        .contains(
            new TimeSlot(
                Instant.parse("2026-11-23T04:20:00Z"), Instant.parse("2026-11-23T05:00:00Z")));
    assertThat(district.nextLesson(new SchoolId("none"), sunday)).isEmpty();
  }

  @Test
  void portsStandSideBySideAndFitTheRange() {
    DemoPorts ports = new DemoPorts(8080, 2);
    assertThat(ports.all().stream().map(DemoPorts.Wanted::port))
        .containsExactly(8080, 8081, 8082, 8083, 8084, 8085);
    assertThat(new DemoPorts(65_530, 2).siteBroker(1)).isEqualTo(65_535);
    assertThatThrownBy(() -> new DemoPorts(65_531, 2)).hasMessageContaining("65536");
    assertThatThrownBy(() -> new DemoPorts(0, 2)).hasMessageContaining("0");
  }
}
