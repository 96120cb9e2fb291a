package kafedra.controller.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import kafedra.controller.recurrence.Reading;
import kafedra.controller.recurrence.RuleReader;
import kafedra.controller.recurrence.SeriesFault;
import kafedra.controller.recurrence.SeriesProblem;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SeriesTextTest {
  private static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=WEEKLY;BYDAY=TH,TU;UNTIL=20261225 | каждый вторник и четверг до 25 декабря 2026 г. включительно | every Tuesday and Thursday until 25 December 2026 inclusive
          FREQ=WEEKLY;COUNT=21 | каждый вторник 21 раз | every Tuesday 21 times
          FREQ=WEEKLY;BYDAY=MO,WE,FR;COUNT=3 | каждый понедельник, каждую среду и пятницу 3 раза | every Monday, Wednesday and Friday 3 times
          FREQ=WEEKLY;INTERVAL=2;BYDAY=TU,SA;COUNT=12 | раз в 2 недели по вторникам и субботам 12 раз | every 2 weeks on Tuesday and Saturday 12 times
          FREQ=WEEKLY;BYDAY=SU,MO,TU,WE,TH,FR,SA;COUNT=1 | каждый день 1 раз | every day 1 time
          FREQ=DAILY;UNTIL=20261231T190000Z | каждый день до 1 января 2027 г. включительно | every day until 1 January 2027 inclusive
          FREQ=DAILY;INTERVAL=5;COUNT=5 | раз в 5 дней 5 раз | every 5 days 5 times
          FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR;COUNT=5 | каждый понедельник, вторник, каждую среду, каждый четверг и каждую пятницу 5 раз | every Monday, Tuesday, Wednesday, Thursday and Friday 5 times
          FREQ=MONTHLY;COUNT=4 | 1-го числа каждого месяца 4 раза | on day 1 every month 4 times
          FREQ=MONTHLY;BYDAY=1TU;COUNT=4 | в первый вторник каждого месяца 4 раза | on the first Tuesday every month 4 times
          FREQ=MONTHLY;INTERVAL=2;BYDAY=-1WE;COUNT=2 | в последнюю среду раз в 2 месяца 2 раза | on the last Wednesday every 2 months 2 times
          FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=2 | FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=2 | FREQ=MONTHLY;BYDAY=TU;BYSETPOS=1;COUNT=2
          FREQ=YEARLY;COUNT=1 | FREQ=YEARLY;COUNT=1 | FREQ=YEARLY;COUNT=1
          """)
  void saysARuleInWords(String text, String russian, String english) {
    LocalDate tuesday = LocalDate.parse("2026-12-01");
    var rule = ((Reading.Read) RuleReader.read(text)).rule();
    assertThat(new SeriesText(Tongue.RU).rule(rule, tuesday, ZONE)).isEqualTo(russian);
    assertThat(new SeriesText(Tongue.EN).rule(rule, tuesday, ZONE)).isEqualTo(english);
  }

  @ParameterizedTest
  @EnumSource(SeriesFault.class)
  void saysEveryFaultAndWhatToDo(SeriesFault fault) {
    SeriesProblem problem = new SeriesProblem("rule", fault, List.of(1, 2, 3));
    for (Tongue tongue : Tongue.values()) {
      String said = new SeriesText(tongue).problem(problem);
      assertThat(said).as(fault + " in " + tongue).hasSizeGreaterThan(30).endsWith(".");
      assertThat(said).doesNotContain("{").doesNotContain("}");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RU, 'Такого времени нет: в это время переводят часы вперёд. Выберите 28 марта 2027 г., 04:00"
        + " или позже.'",
    "EN, 'There is no such time: clocks are put forward then. Choose 28 March 2027, 04:00 or"
        + " later.'"
  })
  void writesTimesAsPeopleDo(Tongue tongue, String text) {
    SeriesProblem gap =
        new SeriesProblem(
            "start", SeriesFault.IN_GAP, List.of(LocalDateTime.parse("2027-03-28T04:00")));
    assertThat(new SeriesText(tongue).problem(gap)).isEqualTo(text);
  }
}
