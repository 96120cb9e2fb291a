package kafedra.controller.recurrence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecurrencesTest {
  private static final ZoneId YEKATERINBURG = ZoneId.of("Asia/Yekaterinburg");
  private static final ZoneId RIGA = ZoneId.of("Europe/Riga");
  private static final String TUESDAY = "2026-12-01T08:30";

  private static SeriesWish wish(String rule, String start, ZoneId zone) {
    return wish(rule, start, zone, List.of(), List.of());
  }

  private static SeriesWish wish(
      String rule, String start, ZoneId zone, List<String> exceptions, List<String> additions) {
    return new SeriesWish(
        rule,
        LocalDateTime.parse(start),
        Duration.ofMinutes(45),
        zone,
        exceptions.stream().map(Exclusion::of).toList(),
        additions.stream().map(LocalDateTime::parse).toList());
  }

  private static List<Occurrence> occurrences(SeriesWish wish) {
    return switch (Recurrences.expand(wish)) {
      case Expansion.Occurrences it -> it.all();
      case Expansion.Refused it -> throw new AssertionError(it.problems().toString());
    };
  }

  private static List<Instant> starts(SeriesWish wish) {
    return occurrences(wish).stream().map(it -> ((Occurrence.Placed) it).slot().start()).toList();
  }

  private static List<SeriesProblem> problems(SeriesWish wish) {
    return switch (Recurrences.expand(wish)) {
      case Expansion.Occurrences it -> throw new AssertionError(it.all().toString());
      case Expansion.Refused it -> it.problems();
    };
  }

  // --- the clock on the wall --------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "Europe/Berlin, 2026-10-21T08:30, 2026-10-21T06:30:00Z, 2026-10-28T07:30:00Z",
    "Europe/Berlin, 2027-03-24T08:30, 2027-03-24T07:30:00Z, 2027-03-31T06:30:00Z",
    "Asia/Yekaterinburg, 2026-10-21T08:30, 2026-10-21T03:30:00Z, 2026-10-28T03:30:00Z",
    // Russia put its clocks back for good on 26 October 2014
    "Asia/Yekaterinburg, 2014-10-22T08:30, 2014-10-22T02:30:00Z, 2014-10-29T03:30:00Z",
    // Magadan went from +10 to +11 on 24 April 2016
    "Asia/Magadan, 2016-04-20T08:30, 2016-04-19T22:30:00Z, 2016-04-26T21:30:00Z"
  })
  void keepsTheTimeOnTheWallThroughClockChanges(
      ZoneId zone, String start, Instant first, Instant second) {
    assertThat(starts(wish("FREQ=WEEKLY;COUNT=2", start, zone))).containsExactly(first, second);
  }

  @Test
  void tellsATimeThatDoesNotExistAndDoesNotCountIt() {
    List<Occurrence> all = occurrences(wish("FREQ=DAILY;COUNT=3", "2027-03-27T03:30", RIGA));
    assertThat(all).hasSize(4);
    assertThat(all.get(1)).isEqualTo(new Occurrence.InGap(LocalDateTime.parse("2027-03-28T03:30")));
    assertThat(all).filteredOn(Occurrence.Placed.class::isInstance).hasSize(3);
  }

  @Test
  void tellsADayThatAWholeCountrySkipped() {
    ZoneId apia = ZoneId.of("Pacific/Apia");
    assertThat(occurrences(wish("FREQ=DAILY;UNTIL=20111231", "2011-12-29T10:00", apia)))
        .extracting(Occurrence::getClass)
        .isEqualTo(
            List.of(Occurrence.Placed.class, Occurrence.InGap.class, Occurrence.Placed.class));
  }

  @Test
  void takesTheFirstOfATimeThatComesTwice() {
    assertThat(starts(wish("FREQ=DAILY;COUNT=2", "2026-10-25T03:30", RIGA)))
        .containsExactly(
            Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-26T01:30:00Z"));
  }

  @Test
  void lastsAsLongAsItIsSaidToOverAClockChange() {
    Occurrence night = occurrences(wish("FREQ=DAILY;COUNT=1", "2027-03-28T02:30", RIGA)).getFirst();
    assertThat(((Occurrence.Placed) night).slot().length()).isEqualTo(Duration.ofMinutes(45));
  }

  // --- the end ----------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource({
    "UNTIL=20261208, 8", // the whole day, as people mean it
    "UNTIL=20261208T083000, 8",
    "UNTIL=20261208T082959, 7",
    "UNTIL=20261208T033000Z, 8", // 08:30 in Yekaterinburg
    "UNTIL=20261208T032959Z, 7",
    "COUNT=5, 5"
  })
  void goesThroughToItsEnd(String end, int occurrences) {
    assertThat(occurrences(wish("FREQ=DAILY;" + end, TUESDAY, YEKATERINBURG))).hasSize(occurrences);
  }

  @Test
  void mayLastAYearAndADay() {
    assertThat(occurrences(wish("FREQ=DAILY;UNTIL=20271202", TUESDAY, YEKATERINBURG))).hasSize(367);
  }

  // --- exceptions and additions -----------------------------------------------------------------

  @Test
  void leavesOutAndAdds() {
    SeriesWish wish =
        wish(
            "FREQ=WEEKLY;COUNT=4",
            TUESDAY,
            YEKATERINBURG,
            List.of("2026-12-08", "2026-12-15T08:30"),
            List.of("2026-12-09T10:20"));
    assertThat(occurrences(wish))
        .extracting(it -> it.start().toString())
        .containsExactly("2026-12-01T08:30", "2026-12-09T10:20", "2026-12-22T08:30");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-02, exceptions[1], EXCLUDES_NOTHING",
    "2026-12-08T09:30, exceptions[1], EXCLUDES_NOTHING",
    "2026-12-01, exceptions, NOTHING_LEFT"
  })
  void tellsAnExceptionThatCannotBeMeant(String exception, String field, SeriesFault fault) {
    List<String> exceptions = List.of("2026-12-08", exception);
    assertThat(problems(wish("FREQ=WEEKLY;COUNT=2", TUESDAY, YEKATERINBURG, exceptions, List.of())))
        .extracting(SeriesProblem::field, SeriesProblem::fault)
        .containsExactly(tuple(field, fault));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-12-08T09:00, ADDED_OVERLAPS",
    "2026-12-08T08:30, ADDED_OVERLAPS",
    "2026-11-30T08:30, ADDED_OUTSIDE",
    "2027-12-03T08:30, ADDED_OUTSIDE",
    "2027-03-28T03:30, IN_GAP",
    "2026-12-09T10:20:30, NOT_WHOLE_MINUTES"
  })
  void refusesAnAdditionThatCannotBe(String addition, SeriesFault fault) {
    assertThat(problems(wish("FREQ=WEEKLY;COUNT=2", TUESDAY, RIGA, List.of(), List.of(addition))))
        .extracting(SeriesProblem::field, SeriesProblem::fault)
        .containsExactly(tuple("additions[0]", fault));
  }

  @Test
  void refusesMoreThanFourHundredAndSaysHowMany() {
    List<String> additions =
        IntStream.range(0, 34)
            .mapToObj(i -> "2026-12-" + two(i % 31 + 1) + "T1" + i / 31 + ":00")
            .toList();
    assertThat(
            problems(
                wish("FREQ=DAILY;UNTIL=20271202", TUESDAY, YEKATERINBURG, List.of(), additions)))
        .containsExactly(SeriesProblem.at("additions", SeriesFault.TOO_MANY, 401, 400));
  }

  private static String two(int number) {
    return (number < 10 ? "0" : "") + number;
  }

  // --- refusals ---------------------------------------------------------------------------------

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          '' | rule | EMPTY_RULE
          every tuesday | rule | NOT_A_PART
          FREQ=WEEKLY;;COUNT=3 | rule | NOT_A_PART
          FREQ=WEEKLY;BYDAY=;COUNT=3 | rule | NOT_A_PART
          FREQ=WEEKLY | rule | NO_END
          FREQ=WEEKLY;BYDAY=TU,TH;INTERVAL=1 | rule | NO_END
          FREQ=WEEKLY;COUNT=3;UNTIL=20261225 | rule | TWO_ENDS
          COUNT=3 | rule | NO_FREQUENCY
          FREQ=FORTNIGHTLY;COUNT=3 | rule.FREQ | UNKNOWN_FREQUENCY
          FREQ=SECONDLY;COUNT=3 | rule.FREQ | TOO_FREQUENT
          FREQ=MINUTELY;COUNT=3 | rule.FREQ | TOO_FREQUENT
          FREQ=HOURLY;COUNT=3 | rule.FREQ | TOO_FREQUENT
          FREQ=DAILY;COUNT=3;BYHOUR=8,10 | rule.BYHOUR | TIME_PART
          FREQ=DAILY;COUNT=3;RSCALE=HEBREW | rule | UNKNOWN_PART
          FREQ=DAILY;FREQ=DAILY;COUNT=3 | rule.FREQ | PART_TWICE
          FREQ=DAILY;COUNT=0 | rule.COUNT | BAD_NUMBER
          FREQ=DAILY;COUNT=-1 | rule.COUNT | BAD_NUMBER
          FREQ=DAILY;COUNT=ten | rule.COUNT | BAD_NUMBER
          FREQ=DAILY;COUNT=401 | rule.COUNT | TOO_MANY
          FREQ=DAILY;COUNT=368 | rule.COUNT | COUNT_TOO_FAR
          FREQ=WEEKLY;COUNT=60 | rule.COUNT | COUNT_TOO_FAR
          FREQ=DAILY;INTERVAL=0;COUNT=3 | rule.INTERVAL | BAD_NUMBER
          FREQ=DAILY;INTERVAL=367;COUNT=3 | rule.INTERVAL | BAD_NUMBER
          FREQ=DAILY;UNTIL=2026-12-25 | rule.UNTIL | BAD_UNTIL
          FREQ=DAILY;UNTIL=20260230 | rule.UNTIL | BAD_UNTIL
          FREQ=DAILY;UNTIL=20261130 | rule.UNTIL | ENDS_BEFORE_START
          FREQ=DAILY;UNTIL=20271203 | rule.UNTIL | TOO_FAR
          FREQ=DAILY;UNTIL=20361201 | rule.UNTIL | TOO_FAR
          FREQ=WEEKLY;BYDAY=2TU;COUNT=3 | rule.BYDAY | NUMBERED_DAY
          FREQ=WEEKLY;BYDAY=ВТ;COUNT=3 | rule.BYDAY | BAD_DAY
          FREQ=MONTHLY;BYDAY=0TU;COUNT=3 | rule.BYDAY | BAD_NUMBER
          FREQ=MONTHLY;BYDAY=54TU;COUNT=3 | rule.BYDAY | BAD_NUMBER
          FREQ=WEEKLY;BYMONTHDAY=1;COUNT=3 | rule.BYMONTHDAY | NOT_TOGETHER
          FREQ=MONTHLY;BYYEARDAY=1;COUNT=3 | rule.BYYEARDAY | NOT_TOGETHER
          FREQ=MONTHLY;BYWEEKNO=1;COUNT=3 | rule.BYWEEKNO | NOT_TOGETHER
          FREQ=YEARLY;BYWEEKNO=20;BYDAY=1MO;COUNT=1 | rule.BYDAY | NOT_TOGETHER
          FREQ=MONTHLY;BYMONTH=13;COUNT=3 | rule.BYMONTH | BAD_NUMBER
          FREQ=MONTHLY;BYMONTH=-1;COUNT=3 | rule.BYMONTH | BAD_NUMBER
          FREQ=MONTHLY;BYMONTHDAY=32;COUNT=3 | rule.BYMONTHDAY | BAD_NUMBER
          FREQ=MONTHLY;BYSETPOS=1;COUNT=3 | rule.BYSETPOS | NOTHING_TO_CHOOSE
          FREQ=MONTHLY;BYDAY=TU;BYSETPOS=0;COUNT=3 | rule.BYSETPOS | BAD_NUMBER
          FREQ=MONTHLY;BYDAY=TU;BYSETPOS=367;COUNT=3 | rule.BYSETPOS | BAD_NUMBER
          FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=3 | rule | NEVER
          FREQ=WEEKLY;WKST=XX;COUNT=3 | rule.WKST | BAD_DAY
          FREQ=WEEKLY;BYDAY=MO,WE;COUNT=3 | start | START_NOT_OF_RULE
          """)
  void refusesARuleAndNamesThePart(String rule, String field, SeriesFault fault) {
    assertThat(problems(wish(rule, TUESDAY, YEKATERINBURG)))
        .extracting(SeriesProblem::field, SeriesProblem::fault)
        .containsExactly(tuple(field, fault));
  }

  @Test
  void namesTheDayOnWhichTheRuleWouldBegin() {
    assertThat(problems(wish("FREQ=WEEKLY;BYDAY=TH;COUNT=3", TUESDAY, YEKATERINBURG)))
        .containsExactly(
            SeriesProblem.at(
                "start", SeriesFault.START_NOT_OF_RULE, LocalDate.parse("2026-12-03")));
  }

  @Test
  void tellsEveryReasonAtOnce() {
    SeriesWish wish =
        new SeriesWish(
            "FREQ=DAILY;INTERVAL=0;BYHOUR=8",
            LocalDateTime.parse("2027-03-28T03:30"),
            Duration.ofHours(13),
            RIGA,
            List.of(),
            List.of());
    assertThat(problems(wish))
        .extracting(SeriesProblem::field)
        .containsExactlyInAnyOrder("start", "length", "rule", "rule.INTERVAL", "rule.BYHOUR");
  }

  @ParameterizedTest
  @CsvSource({
    "1999-12-31T08:30, PT45M, start, BAD_YEAR",
    "+20226-12-01T08:30, PT45M, start, BAD_YEAR",
    "2026-12-01T08:30:30, PT45M, start, NOT_WHOLE_MINUTES",
    "2026-12-01T08:30, PT4M, length, BAD_LENGTH",
    "2026-12-01T08:30, PT0S, length, BAD_LENGTH",
    "2026-12-01T08:30, PT-45M, length, BAD_LENGTH",
    "2026-12-01T08:30, PT12H1M, length, BAD_LENGTH"
  })
  void refusesAStartOrLengthThatCannotBe(
      String start, Duration length, String field, SeriesFault fault) {
    SeriesWish wish =
        new SeriesWish(
            "FREQ=DAILY;COUNT=2",
            LocalDateTime.parse(start),
            length,
            YEKATERINBURG,
            List.of(),
            List.of());
    assertThat(problems(wish))
        .extracting(SeriesProblem::field, SeriesProblem::fault)
        .containsExactly(tuple(field, fault));
  }

  // --- whatever the rule ------------------------------------------------------------------------

  @Test
  void everyOccurrenceIsOnTheRulesDayAtTheStartsTime() {
    long seed = 20_261_126L;
    Random random = new Random(seed);
    RandomRules rules = new RandomRules(random);
    List<ZoneId> zones = List.of(YEKATERINBURG, RIGA, ZoneId.of("America/Sao_Paulo"));
    for (int round = 0; round < 2_000; round++) {
      Rule rule = rules.next();
      LocalDate from = LocalDate.of(2016, 1, 1).plusDays(random.nextInt(4000));
      List<LocalDate> days = RuleDays.between(rule, from, from.plusDays(366));
      if (days.isEmpty()) {
        continue;
      }
      ZoneId zone = zones.get(random.nextInt(zones.size()));
      LocalDateTime first = days.getFirst().atTime(random.nextInt(24), 30);
      int count = 1 + random.nextInt(5);
      String as = "seed %d: %s from %s in %s".formatted(seed, rule.pattern(), first, zone);
      SeriesWish wish = wish(rule.pattern() + ";COUNT=" + count, first.toString(), zone);
      if (Recurrences.expand(wish) instanceof Expansion.Occurrences(Rule read, var all)) {
        assertThat(read.pattern()).as(as).isEqualTo(rule.pattern());
        assertThat(all).as(as).filteredOn(Occurrence.Placed.class::isInstance).hasSize(count);
        assertThat(all)
            .as(as)
            .extracting(Occurrence::start)
            .isEqualTo(
                RuleDays.between(rule, days.getFirst(), days.getFirst().plusDays(366)).stream()
                    .limit(all.size())
                    .map(it -> it.atTime(first.toLocalTime()))
                    .toList());
        assertThat(all).as(as).allSatisfy(it -> assertThat(local(it, zone)).isEqualTo(it.start()));
      }
    }
  }

  private static LocalDateTime local(Occurrence it, ZoneId zone) {
    return switch (it) {
      case Occurrence.Placed placed -> LocalDateTime.ofInstant(placed.slot().start(), zone);
      case Occurrence.InGap gap -> {
        assertThat(zone.getRules().getValidOffsets(gap.start())).isEmpty();
        yield gap.start();
      }
    };
  }

  @ParameterizedTest
  @CsvSource({"2026-12-25, OnDay", "2026-12-25T08:30, At", "25.12.2026, ''", "2026-02-30, ''"})
  void readsExceptionsAsText(String text, String kind) {
    String read;
    try {
      read = Exclusion.of(text).getClass().getSimpleName();
    } catch (IllegalArgumentException malformed) {
      read = "";
    }
    assertThat(read).isEqualTo(kind);
  }
}
