package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The librarian's file, from its bytes to the people. */
class RosterImportIT {
  private static final String HEADER = "username,firstname,lastname,email,course1,group1,cohort1\n";

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

  private JsonNode take(String mode, String rows) {
    return take("lib1", "s1", mode, (HEADER + rows).getBytes(StandardCharsets.UTF_8));
  }

  private JsonNode take(String login, String school, String mode, byte[] bytes) {
    Office.Answer answer =
        office.upload(login, "/api/v1/roster-imports?school=" + school + "&mode=" + mode, bytes);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.json();
  }

  private JsonNode find(String words) {
    String query = URLEncoder.encode(words, StandardCharsets.UTF_8);
    return office.get("lib1", "/api/v1/people?limit=200&q=" + query).json();
  }

  private static Map<Integer, String> fates(JsonNode report) {
    Map<Integer, String> fates = new HashMap<>();
    for (JsonNode row : report.path("rows")) {
      String code = row.path("code").isNull() ? "" : " " + row.path("code").asString();
      fates.put(row.path("line").asInt(), row.path("fate").asString() + code);
    }
    return fates;
  }

  @Test
  void tellsEachRowsFateAndKeepsTheGoodOnes() {
    JsonNode report =
        take(
            "apply",
            """
            a.first,Анна,Первая,a@example.org,Физика,Физика 7,7А
            ,Без,Имени,,,,
            b second,Борис,Второй,,,,
            c.third,,Третий,,,,
            d.fourth,=HYPERLINK("http://x"),Четвёртый,,,,
            e.fifth,Е,@SUM(A1),,,,
            f.sixth,Ф,-1+1,,,,
            A.FIRST,Анна,Снова,,,,
            user-q1,Чужой,Человек,,,,
            g.seventh,Г,Седьмой,,,,13А
            h.eighth,Х
            i.ninth,LONG,Девятый,,,,
            j.tenth,Имя\u0007,Десятый,,,,
            k.eleventh,Кира,Одиннадцатая,,,,10б
            """
                .replace("LONG", "я".repeat(101)));

    assertThat(fates(report))
        .isEqualTo(
            Map.ofEntries(
                Map.entry(2, "ADDED"),
                Map.entry(3, "REJECTED empty-username"),
                Map.entry(4, "REJECTED bad-username"),
                Map.entry(5, "REJECTED empty-name"),
                Map.entry(6, "REJECTED formula"),
                Map.entry(7, "REJECTED formula"),
                Map.entry(8, "REJECTED formula"),
                Map.entry(9, "REJECTED duplicate"),
                Map.entry(10, "REJECTED other-school"),
                Map.entry(11, "REJECTED bad-grade"),
                Map.entry(12, "REJECTED wrong-column-count"),
                Map.entry(13, "REJECTED too-long"),
                Map.entry(14, "REJECTED control-character"),
                Map.entry(15, "ADDED")));
    assertThat(report.path("added").asInt()).isEqualTo(2);
    assertThat(report.path("rejected").asInt()).isEqualTo(12);
    assertThat(report.path("rows").get(7).path("message").asString()).contains("2");
    assertThat(find("Первая").get(0).path("groups").size()).isEqualTo(2);
    assertThat(find("Одиннадцатая").get(0).path("grade").asInt()).isEqualTo(10);
    assertThat(office.district.number("SELECT count(*) FROM person")).isEqualTo(62);
  }

  @Test
  void previewsExactlyWhatItDoesAndKeepsNothing() {
    String rows = "a.first,Анна,Первая,,,,7А\n,Без,Имени,,,,\nb.second,Борис,Второй,,,,\n";

    JsonNode preview = take("preview", rows);

    assertThat(find("Первая").size()).isZero();
    JsonNode applied = take("apply", rows);
    assertThat(preview.path("rows")).isEqualTo(applied.path("rows"));
    assertThat(find("Первая").size()).isEqualTo(1);
  }

  @Test
  void updatesPeopleAndLeavesThoseItDoesNotName() {
    take("apply", "a.first,Анна,Первая,,Физика,,7А\nb.second,Борис,Второй,,,,7А\n");

    JsonNode again =
        take(
            "apply",
            """
            a.first,Анна,Замужняя,,Химия,,8А
            b.second,Борис,Второй,,,,
            """);

    assertThat(fates(again)).isEqualTo(Map.of(2, "UPDATED", 3, "UNCHANGED"));
    JsonNode anna = find("Замужняя").get(0);
    assertThat(anna.path("grade").asInt()).isEqualTo(8);
    assertThat(anna.path("groups").valueStream().map(it -> it.path("name").asString()))
        .containsExactlyInAnyOrder("8А", "Физика", "Химия");
    assertThat(find("Второй").get(0).path("grade").asInt()).isEqualTo(7);
    assertThat(find("Первая").size()).isZero();
  }

  @Test
  void takesAllSpellingsOfAClassForOne() {
    take(
        "apply",
        "a,А,Аа,,,,9в\n"
            + "b,Б,Бб,,,,9 В\n"
            + "c,В,Вв,,,,9-в\n"
            + "d,Г,Гг,,,,\"9 «В»\"\n"
            + "e,Д,Дд,,,,\"9 \"\"В\"\"\"\n");

    long classes = office.district.number("SELECT count(*) FROM learning_group WHERE name = '9В'");
    long members =
        office.district.number(
            "SELECT count(*) FROM group_member m JOIN learning_group g ON g.id = m.group_id"
                + " WHERE g.name = '9В'");
    assertThat(classes).isEqualTo(1);
    assertThat(members).isEqualTo(5);
  }

  @Test
  void readsAFileOfRussianExcel() {
    byte[] bytes =
        (HEADER + "e.zhuk,Ёлка,Жук,,,,2А\n")
            .replace(',', ';')
            .getBytes(Charset.forName("windows-1251"));

    JsonNode report = take("lib1", "s1", "apply", bytes);

    assertThat(report.path("encoding").asString()).isEqualTo("windows-1251");
    assertThat(find("елка жук").get(0).path("name").asString()).isEqualTo("Жук Ёлка");
  }

  @Test
  void takesTenThousandRowsAtOnceAndGivesEachANumber() {
    byte[] bytes =
        (HEADER
                + IntStream.range(0, 10_000)
                    .mapToObj(i ->
                        "u%d,Имя%d,Фамилия%d,,Курс %d,,%dА".formatted(i, i, i, i % 40, i % 11 + 1))
                    .collect(Collectors.joining("\n")))
            .getBytes(StandardCharsets.UTF_8);
    long before = System.nanoTime();

    JsonNode report = take("lib1", "s1", "apply", bytes);

    Duration taken = Duration.ofNanos(System.nanoTime() - before);
    assertThat(report.path("added").asInt()).isEqualTo(10_000);
    assertThat(office.district.number("SELECT count(DISTINCT number) FROM person"))
        .isEqualTo(10_000);
    assertThat(taken).isLessThan(Duration.ofSeconds(20));
    assertThat(take("lib1", "s1", "apply", bytes).path("unchanged").asInt()).isEqualTo(10_000);
  }

  @Test
  void refusesAFileWithoutAColumnAndNamesIt() {
    byte[] bytes = "username,firstname,lastname,email\na,b,c,d\n".getBytes(StandardCharsets.UTF_8);

    Office.Answer answer =
        office.upload("lib1", "/api/v1/roster-imports?school=s1&mode=apply", bytes);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.code()).isEqualTo("missing-column");
    assertThat(answer.json().path("field").asString()).isEqualTo("course1");
  }

  @Test
  void printsPinsOnceAndKeepsOnlyTheirProof() {
    take("apply", "a.first,Анна,Первая,,,,9А\nb.second,Борис,Второй,,,,9А\n");
    String group =
        office
            .get("lib1", "/api/v1/groups")
            .json()
            .valueStream()
            .filter(it -> it.path("name").asString().equals("9А"))
            .findFirst()
            .orElseThrow()
            .path("id")
            .asString();

    JsonNode slips =
        office.call("lib1", "POST", "/api/v1/groups/" + group + "/pins", null).json().path("slips");
    JsonNode none =
        office.call("lib1", "POST", "/api/v1/groups/" + group + "/pins", null).json().path("slips");

    assertThat(slips.size()).isEqualTo(2);
    assertThat(none.size()).isZero();
    for (JsonNode slip : slips) {
      assertThat(slip.path("pin").asString()).matches("[0-9]{4}");
      assertThat(slip.path("number").asString()).matches("[0-9]{5}");
    }
    assertThat(find("Первая").get(0).path("hasPin").asBoolean()).isTrue();
  }

  @Test
  void givesANumberAndACardToOnePersonOnly() {
    Map<String, Object> mine = Map.of("number", "55555", "cards", List.of("04aabbcc"));
    assertThat(office.call("lib1", "PUT", "/api/v1/people/p1/credentials", mine).status())
        .isEqualTo(200);

    assertThat(
            office
                .call("lib1", "PUT", "/api/v1/people/p2/credentials", Map.of("number", "55555"))
                .code())
        .isEqualTo("number-taken");
    assertThat(
            office
                .call(
                    "lib1",
                    "PUT",
                    "/api/v1/people/p2/credentials",
                    Map.of("cards", List.of("04AABBCC")))
                .code())
        .isEqualTo("card-taken");
    assertThat(
            office
                .call("lib1", "PUT", "/api/v1/people/p2/credentials", Map.of("pin", "1234"))
                .code())
        .isEqualTo("trivial-pin");
  }
}
