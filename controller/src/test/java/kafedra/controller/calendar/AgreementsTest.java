package kafedra.controller.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kafedra.contract.id.SchoolId;
import org.junit.jupiter.api.Test;

class AgreementsTest {
  private static final SchoolId BASE = new SchoolId("base");
  private static final SchoolId NET = new SchoolId("net");
  private static final LocalDate FIRST = LocalDate.of(2026, 9, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 5, 31);

  private static Agreement agreement(String number, LocalDate last) {
    return new Agreement(number, BASE, NET, new DaySpan(FIRST, last));
  }

  private final Agreements agreements =
      () -> List.of(agreement("1", LocalDate.of(2026, 12, 31)), agreement("2", LAST));

  @Test
  void anAgreementRunsFromItsFirstDayToItsLastAndBothWays() {
    assertThat(agreements.between(NET, BASE, FIRST)).isPresent();
    assertThat(agreements.between(BASE, NET, LAST)).isPresent();
    assertThat(agreements.between(NET, BASE, FIRST.minusDays(1))).isEmpty();
    assertThat(agreements.between(NET, BASE, LAST.plusDays(1))).isEmpty();
  }

  @Test
  void anAgreementIsOfItsTwoSchoolsOnly() {
    assertThat(agreements.between(new SchoolId("other"), BASE, FIRST)).isEmpty();
    assertThat(agreements.between(BASE, BASE, FIRST)).isEmpty();
  }

  @Test
  void ofSeveralTheOneThatRunsLongestIsNamed() {
    assertThat(agreements.between(NET, BASE, FIRST).map(Agreement::number)).contains("2");
  }
}
