package kafedra.controller.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.Biweekly;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.feed.CalendarFile;
import kafedra.controller.feed.FeedItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IcalWriterTest {
  private static final Instant AT = Instant.parse("2026-11-24T03:30:00Z");

  private static CalendarFile.Entry entry(
      String uid, FeedItem.Standing standing, String summary, String location, String details) {
    return new CalendarFile.Entry(
        uid,
        TimeSlot.of(AT, Duration.ofMinutes(45)),
        2,
        Instant.parse("2026-11-20T10:00:00.123Z"),
        standing,
        summary,
        location,
        details);
  }

  private static CalendarFile file(CalendarFile.Entry... entries) {
    return new CalendarFile(
        "7А – Кафедра", ZoneId.of("Asia/Yekaterinburg"), Duration.ofHours(1), List.of(entries));
  }

  private static CalendarFile about(String summary) {
    return file(entry("b-1@kafedra", FeedItem.Standing.CONFIRMED, summary, "Зал", ""));
  }

  @Test
  void writesPropertiesInTheirOrderAndFolded() {
    CalendarFile calendar =
        file(
            entry(
                "b-1@kafedra",
                FeedItem.Standing.CONFIRMED,
                "Урок: Олимпиада, тур 1; подготовка кружка",
                "Зал, Главный, Светлый",
                "Места 1, 2"),
            entry("b-2@kafedra", FeedItem.Standing.CANCELLED, "Урок", "Зал", ""));

    assertThat(new String(IcalWriter.write(calendar), StandardCharsets.UTF_8))
        .isEqualTo(
            """
            BEGIN:VCALENDAR
            VERSION:2.0
            PRODID:-//Kafedra//Kafedra//RU
            NAME:7А – Кафедра
            X-WR-CALNAME:7А – Кафедра
            X-WR-TIMEZONE:Asia/Yekaterinburg
            REFRESH-INTERVAL;VALUE=DURATION:PT1H
            X-PUBLISHED-TTL:PT1H
            BEGIN:VEVENT
            UID:b-1@kafedra
            DTSTAMP:20261120T100000Z
            DTSTART:20261124T033000Z
            DTEND:20261124T041500Z
            SEQUENCE:2
            STATUS:CONFIRMED
            SUMMARY:Урок: Олимпиада\\, тур 1\\; подготовка кр
             ужка
            LOCATION:Зал\\, Главный\\, Светлый
            DESCRIPTION:Места 1\\, 2
            END:VEVENT
            BEGIN:VEVENT
            UID:b-2@kafedra
            DTSTAMP:20261120T100000Z
            DTSTART:20261124T033000Z
            DTEND:20261124T041500Z
            SEQUENCE:2
            STATUS:CANCELLED
            SUMMARY:Урок
            LOCATION:Зал
            END:VEVENT
            END:VCALENDAR
            """
                .replace("\n", "\r\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a, b; c\\d: e",
        "Урок «Физика», 7А; 8Б \\ 9В",
        "ы",
        "абвгдежзийклмнопрстуфхцчшщъыьэюяабвгдежзийклмнопрстуфхцчшщъыьэюяабвгдежзийклмнопрстуфхцчшщъы",
        "🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓🎓",
        "BEGIN:VEVENT",
        "\"quoted\" %25 =?utf-8?"
      })
  void bringsEveryTextThrough(String text) {
    byte[] bytes = IcalWriter.write(about(text));

    assertThat(StrictIcal.read(bytes).components().getFirst().text("SUMMARY")).isEqualTo(text);
    assertThat(
            Biweekly.parse(new String(bytes, StandardCharsets.UTF_8))
                .first()
                .getEvents()
                .getFirst()
                .getSummary()
                .getValue())
        .isEqualTo(text);
  }

  @Test
  void letsNoTextBeginALine() {
    byte[] bytes = IcalWriter.write(about("Урок\r\nATTENDEE:mailto:a@b.c\u2028\u0085\0конец"));

    StrictIcal.Component event = StrictIcal.read(bytes).components().getFirst();
    assertThat(event.has("ATTENDEE")).isFalse();
    assertThat(event.text("SUMMARY")).startsWith("Урок ATTENDEE:").endsWith("конец");
  }

  @Test
  void foldsAtEveryLengthWithoutSplittingACharacter() {
    long seed = 20_261_127L;
    Random random = new Random(seed);
    String signs = "a1 ,;\\яЖ№—🎓";
    int[] points = signs.codePoints().toArray();
    for (int length = 0; length < 400; length++) {
      StringBuilder text = new StringBuilder("x");
      for (int i = 0; i < length; i++) {
        text.appendCodePoint(points[random.nextInt(points.length)]);
      }
      text.append("x");
      byte[] bytes = IcalWriter.write(about(text.toString()));
      assertThat(StrictIcal.read(bytes).components().getFirst().text("SUMMARY"))
          .as("seed %d, length %d", seed, length)
          .isEqualTo(text.toString());
    }
  }

  @Test
  void theReaderOfThisTestForgivesNothing() {
    String good = new String(IcalWriter.write(about("Урок")), StandardCharsets.UTF_8);
    for (String bad :
        List.of(
            good.replace("\r\n", "\n"),
            good.replace("SUMMARY:", "SUMMARY:" + "я".repeat(40)),
            good.replace("END:VEVENT\r\n", ""),
            good.replace("STATUS:", "STATUS "),
            good.strip())) {
      assertThatThrownBy(() -> StrictIcal.read(bad.getBytes(StandardCharsets.UTF_8)))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void writesTheSameBytesForTheSameCalendar() {
    assertThat(IcalWriter.write(about("Урок"))).isEqualTo(IcalWriter.write(about("Урок")));
  }
}
