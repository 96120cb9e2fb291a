package kafedra.controller.recurrence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The examples of RFC 5545, 3.8.5.3, as far as they are about days and within a year. */
class RfcExamplesTest {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          FREQ=DAILY;COUNT=10 | 1997-09-02 | 9-2 9-3 9-4 9-5 9-6 9-7 9-8 9-9 9-10 9-11
          FREQ=DAILY;INTERVAL=10;COUNT=5 | 1997-09-02 | 9-2 9-12 9-22 10-2 10-12
          FREQ=WEEKLY;COUNT=10 | 1997-09-02 | 9-2 9-9 9-16 9-23 9-30 10-7 10-14 10-21 10-28 11-4
          FREQ=WEEKLY;INTERVAL=2;UNTIL=19971224T000000Z;WKST=SU;BYDAY=MO,WE,FR | 1997-09-01 | 9-1 9-3 9-5 9-15 9-17 9-19 9-29 10-1 10-3 10-13 10-15 10-17 10-27 10-29 10-31 11-10 11-12 11-14 11-24 11-26 11-28 12-8 12-10 12-12 12-22
          FREQ=WEEKLY;INTERVAL=2;COUNT=8;WKST=SU;BYDAY=TU,TH | 1997-09-02 | 9-2 9-4 9-16 9-18 9-30 10-2 10-14 10-16
          FREQ=MONTHLY;COUNT=10;BYDAY=1FR | 1997-09-05 | 9-5 10-3 11-7 12-5 1-2 2-6 3-6 4-3 5-1 6-5
          FREQ=MONTHLY;UNTIL=19971224T000000Z;BYDAY=1FR | 1997-09-05 | 9-5 10-3 11-7 12-5
          FREQ=MONTHLY;INTERVAL=2;COUNT=10;BYDAY=1SU,-1SU | 1997-09-07 | 9-7 9-28 11-2 11-30 1-4 1-25 3-1 3-29 5-3 5-31
          FREQ=MONTHLY;COUNT=6;BYDAY=-2MO | 1997-09-22 | 9-22 10-20 11-17 12-22 1-19 2-16
          FREQ=MONTHLY;BYMONTHDAY=-3;COUNT=6 | 1997-09-28 | 9-28 10-29 11-28 12-29 1-29 2-26
          FREQ=MONTHLY;COUNT=10;BYMONTHDAY=2,15 | 1997-09-02 | 9-2 9-15 10-2 10-15 11-2 11-15 12-2 12-15 1-2 1-15
          FREQ=MONTHLY;COUNT=10;BYMONTHDAY=1,-1 | 1997-09-30 | 9-30 10-1 10-31 11-1 11-30 12-1 12-31 1-1 1-31 2-1
          FREQ=YEARLY;COUNT=2;BYMONTH=6,7 | 1997-06-10 | 6-10 7-10
          FREQ=YEARLY;INTERVAL=3;COUNT=3;BYYEARDAY=1,100,200 | 1997-01-01 | 1-1 4-10 7-19
          FREQ=YEARLY;BYDAY=20MO;COUNT=2 | 1997-05-19 | 5-19 5-18
          FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO;COUNT=2 | 1997-05-12 | 5-12 5-11
          FREQ=YEARLY;BYMONTH=3;BYDAY=TH;COUNT=5 | 1997-03-13 | 3-13 3-20 3-27 3-5 3-12
          FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13;COUNT=2 | 1998-02-13 | 2-13 3-13
          FREQ=MONTHLY;BYDAY=SA;BYMONTHDAY=7,8,9,10,11,12,13;COUNT=10 | 1997-09-13 | 9-13 10-11 11-8 12-13 1-10 2-7 3-7 4-11 5-9 6-13
          FREQ=MONTHLY;COUNT=3;BYDAY=TU,WE,TH;BYSETPOS=3 | 1997-09-04 | 9-4 10-7 11-6
          FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2;COUNT=7 | 1997-09-29 | 9-29 10-30 11-27 12-30 1-29 2-26 3-30
          FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO | 1997-08-05 | 8-5 8-10 8-19 8-24
          FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU | 1997-08-05 | 8-5 8-17 8-19 8-31
          FREQ=MONTHLY;BYMONTHDAY=15,30;COUNT=5 | 2007-01-15 | 1-15 1-30 2-15 3-15 3-30
          """)
  void fallsOnTheDaysThatTheRfcNames(String text, LocalDate first, String days) {
    assertThat(RuleReader.read(text))
        .isInstanceOfSatisfying(
            Reading.Read.class,
            read ->
                assertThat(upToTheEnd(read.rule(), first))
                    .extracting(it -> it.getMonthValue() + "-" + it.getDayOfMonth())
                    .isEqualTo(Arrays.asList(days.split(" ", -1))));
  }

  private static List<LocalDate> upToTheEnd(Rule rule, LocalDate first) {
    long most = rule.end() instanceof RuleEnd.Count count ? count.times() : Long.MAX_VALUE;
    return RuleDays.between(rule, first, first.plusDays(Recurrences.MOST_DAYS)).stream()
        .filter(it -> rule.end().reaches(it.atTime(9, 0), NEW_YORK))
        .limit(most)
        .toList();
  }
}
