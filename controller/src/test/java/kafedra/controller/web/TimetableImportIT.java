package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kafedra.controller.timetable.FileFault;
import kafedra.controller.timetable.TimetableLimits;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The librarian's timetable, from the bytes of its file to the bookings. */
class TimetableImportIT {
  private static final String PATH =
      "/api/v1/timetable-imports?school=s1&first=2026-11-23&last=2026-12-20&order=17&orderDate=2026-11-20";

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

  private Office.Answer send(String login, String more, byte[] file) {
    return office.upload(login, PATH + more, file);
  }

  private JsonNode preview(byte[] file) {
    Office.Answer answer = send("lib1", "&mode=preview", file);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode apply(byte[] file) {
    String token = preview(file).path("token").asString();
    Office.Answer answer = send("lib1", "&mode=apply&token=" + token, file);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private static byte[] table(String... rows) {
    return ("предмет,класс,учитель,кабинет,день,время\n" + String.join("\n", rows))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> fates(JsonNode report) {
    return report.path("lessons").valueStream().map(it -> it.path("fate").asString()).toList();
  }

  private int bookings() {
    return office
        .get("lib1", "/api/v1/labs/l1/bookings?from=2026-11-23T00:00:00Z&to=2026-12-20T00:00:00Z")
        .json()
        .size();
  }

  @Test
  void takesInAnAscFileInWindows1251() throws IOException {
    byte[] file;
    try (InputStream in =
        TimetableImportIT.class.getResourceAsStream("/kafedra/controller/files/asc.xml")) {
      assertThat(in).isNotNull();
      file =
          new String(in.readAllBytes(), StandardCharsets.UTF_8)
              .replace("Компьютерный зал", "Зал")
              .replace("\"Группа 1\"", "\"\"")
              .getBytes(Charset.forName("windows-1251"));
    }

    JsonNode report = apply(file);

    assertThat(report.path("format").asString()).isEqualTo("ASC");
    assertThat(report.path("encoding").asString()).isEqualTo("windows-1251");
    assertThat(fates(report)).contains("NEW", "UNMATCHED_GROUP");
    assertThat(bookings()).isEqualTo(3);
    JsonNode booking =
        office
            .get(
                "lib1",
                "/api/v1/labs/l1/bookings?from=2026-11-30T00:00:00Z&to=2026-12-01T00:00:00Z")
            .json()
            .get(0);
    assertThat(booking.path("group").path("name").asString()).isEqualTo("7А");
    assertThat(booking.path("label").asString()).isEqualTo("Информатика");
  }

  @Test
  void movesAndGivesBackWithTheNextFile() {
    apply(table("Информатика,7А,Ё,Зал,вт,12:00-12:45", "Физика,7А,Ё,Зал,ср,12:00-12:45"));
    assertThat(bookings()).isEqualTo(8);

    JsonNode report = apply(table("Информатика,7А,Ё,Зал,чт,12:00-12:45"));

    assertThat(fates(report)).containsExactly("MOVED", "GONE");
    assertThat(bookings()).isEqualTo(4);
    assertThat(office.get("coo1", "/api/v1/schools/s1/timetables").json().size()).isEqualTo(2);
  }

  @Test
  void changesNothingAfterAnythingThatIsRefused() {
    byte[] file = table("Информатика,7А,Ё,Зал,вт,12:00-12:45");
    String token = preview(file).path("token").asString();
    byte[] other = table("Информатика,7А,Ё,Зал,ср,12:00-12:45");

    assertThat(send("lib1", "&mode=apply", file).code()).isEqualTo("missing-parameter");
    assertThat(send("lib1", "&mode=apply&token=" + token, other).code())
        .isEqualTo("timetable-stale");
    assertThat(send("lib2", "&mode=apply&token=" + token, file).status()).isEqualTo(404);
    assertThat(send("sys1", "&mode=apply&token=" + token, file).status()).isEqualTo(403);
    assertThat(bookings()).isZero();
    assertThat(office.district.number("SELECT count(*) FROM timetable")).isZero();
  }

  @Test
  void namesTheLineAndTheFieldOfAFileThatCannotBeTrusted() {
    byte[] file =
        """
        <timetable>
          <daysdefs><daysdef days="10000" name="Понедельник"/></daysdefs>
          <lessons><lesson id="L1" subjectid=""/></lessons>
          <cards>
            <card lessonid="L1" period="1" days="100000"/>
          </cards>
        </timetable>
        """
            .getBytes(StandardCharsets.UTF_8);

    Office.Answer answer = send("lib1", "&mode=preview", file);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("timetable-unreadable");
    assertThat(answer.json().path("field").asString()).isEqualTo("days");
    assertThat(answer.json().path("detail").asString()).contains("5, card", "«100000»");
  }

  @Test
  void tellsEveryFaultInBothLanguages() {
    for (var fault : FileFault.values()) {
      for (Tongue tongue : Tongue.values()) {
        String key = fault.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String text = tongue.text("timetable.fault." + key, "days", "10");
        assertThat(text).as(key).isNotBlank().doesNotContain("{");
      }
    }
  }

  @Test
  void refusesAFileThatIsTooLarge() {
    Office.Answer answer = send("lib1", "&mode=preview", new byte[TimetableLimits.FILE_BYTES + 1]);

    assertThat(answer.status()).isEqualTo(413);
  }

  @Test
  void explainsNamesForGood() {
    byte[] file = table("Информатика,7А,Ё,КЗ-1,вт,12:00-12:45");
    assertThat(preview(file).path("rooms").get(0).path("name").asString()).isEqualTo("КЗ-1");
    String path = "/api/v1/schools/s1/timetable-names";

    assertThat(office.call("lib1", "PUT", path, Map.of("rooms", Map.of("КЗ-1", "l3"))).status())
        .isEqualTo(422);
    assertThat(office.call("lib1", "PUT", path, Map.of("rooms", Map.of("КЗ-1", "l1"))).status())
        .isEqualTo(200);

    assertThat(fates(preview(file))).containsExactly("NEW");
  }

  @Test
  void printsTheAnnexAndTheShortagesOfAnOrder() {
    byte[] file = table("Информатика,7А,Ёжикова,Малый зал,вт,12:00-12:45");
    apply(file);

    JsonNode annex = office.get("coo1", "/api/v1/schools/s1/timetable-annex?number=1").json();
    assertThat(annex.path("version").path("order").asString()).isEqualTo("17");
    assertThat(annex.path("version").path("orderDate").asString()).isEqualTo("2026-11-20");
    assertThat(annex.path("rows").get(0).path("wanted").asInt()).isEqualTo(9);
    assertThat(annex.path("rows").get(0).path("given").asInt()).isZero();
    JsonNode short1 = office.get("lib1", "/api/v1/schools/s1/timetable-shortages").json();
    assertThat(short1.size()).isEqualTo(1);
    assertThat(office.get("lib1", "/api/v1/schools/s1/timetable-annex?number=2").status())
        .isEqualTo(404);
  }

  @Test
  void notesInTheAuditWhoTookWhatIn() {
    apply(table("Информатика,7А,Ё,Зал,вт,12:00-12:45"));

    assertThat(
            office.district.number(
                "SELECT count(*) FROM audit WHERE action = 'timetable-imported' AND actor ="
                    + " 'lib1'"))
        .isEqualTo(1);
  }

  @Test
  void listsRoomsThatAreNoLabsOnce() {
    JsonNode report =
        preview(
            table(
                "Химия,7А,Б,Лаборатория,вт,12:00-12:45", "Химия,7А,Б,Лаборатория,ср,12:00-12:45"));

    assertThat(report.path("lessons").size()).isZero();
    assertThat(report.path("counts").path("NO_LAB").asInt()).isEqualTo(2);
    assertThat(
            report
                .path("rooms")
                .valueStream()
                .map(it -> it.path("name").asString() + it.path("lessons").asInt())
                .collect(Collectors.joining()))
        .isEqualTo("Лаборатория2");
  }
}
