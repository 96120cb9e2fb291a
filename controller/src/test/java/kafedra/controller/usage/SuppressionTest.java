package kafedra.controller.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SuppressionTest {
  private static UsageReport report(int... people) {
    List<UsageReport.Row> rows = new ArrayList<>();
    int sum = 0;
    for (int count : people) {
      rows.add(new UsageReport.Row("g" + rows.size(), of(count)));
      sum += count;
    }
    return new UsageReport(Cut.GROUP, rows, new UsageReport.Row(UsageReport.TOTAL, of(sum)));
  }

  private static Figures of(int people) {
    Duration hour = Duration.ofHours(1);
    return new Figures(hour, hour, hour, people, people, 0, 0, 0, hour);
  }

  private static List<Boolean> shown(UsageReport report) {
    return report.rows().stream().map(row -> row.figures() != null).toList();
  }

  @Test
  void showsRowsOfFiveAndMore() {
    assertThat(shown(Suppression.of(report(5, 6, 100)))).containsExactly(true, true, true);
  }

  @Test
  void hidesRowsOfOneToFour() {
    assertThat(shown(Suppression.of(report(1, 4, 5, 30))))
        .containsExactly(false, false, true, true);
  }

  @Test
  void showsRowsOfNobody() {
    assertThat(shown(Suppression.of(report(0, 3, 4, 9)))).containsExactly(true, false, false, true);
  }

  @Test
  void hidesTheSmallestOtherRowWhenTheTotalWouldTellTheOnlyHiddenOne() {
    assertThat(shown(Suppression.of(report(30, 3, 7, 0))))
        .containsExactly(true, false, false, true);
  }

  @Test
  void hidesATotalOfFewPeople() {
    assertThat(Suppression.of(report(2, 1)).total().figures()).isNull();
    assertThat(Suppression.of(report(2, 4)).total().figures()).isNotNull();
  }
}
