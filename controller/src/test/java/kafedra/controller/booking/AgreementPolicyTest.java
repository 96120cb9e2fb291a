package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.group;
import static kafedra.controller.booking.Village.days;
import static kafedra.controller.booking.Village.slot;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kafedra.contract.id.SchoolId;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.DaySpan;
import org.junit.jupiter.api.Test;

class AgreementPolicyTest {
  private static final SchoolId OTHER = new SchoolId("s2");
  private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

  private final Village village = new Village();

  private List<Refusal> ofAnotherSchool(int minutes) {
    village.homes.put(group("g2"), OTHER);
    return village.reasons(village.wish(group("g2"), Purpose.LESSON, any(3), slot(minutes, 45)));
  }

  @Test
  void peopleOfAnotherSchoolNeedAnAgreement() {
    assertThat(ofAnotherSchool(60))
        .containsExactly(new Refusal.NoAgreement(OTHER, Village.SCHOOL, MONDAY));
  }

  @Test
  void comeWhileItRunsWhicheverSchoolLeads() {
    village.agreements.add(
        new Agreement("12", OTHER, Village.SCHOOL, new DaySpan(MONDAY, MONDAY.plusDays(1))));
    assertThat(ofAnotherSchool(60)).isEmpty();
    assertThat(ofAnotherSchool(60 + days(1))).isEmpty();
    assertThat(ofAnotherSchool(60 + days(2)))
        .containsExactly(new Refusal.NoAgreement(OTHER, Village.SCHOOL, MONDAY.plusDays(2)));
  }

  @Test
  void anAgreementWithAThirdSchoolDoesNotHelp() {
    village.agreements.add(
        new Agreement("13", OTHER, new SchoolId("s3"), new DaySpan(MONDAY, MONDAY)));
    assertThat(ofAnotherSchool(60)).hasSize(1);
  }

  @Test
  void ownPeopleNeedNone() {
    assertThat(village.reasons(village.wish("p1", slot(60, 45)))).isEmpty();
  }
}
