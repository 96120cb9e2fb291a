package kafedra.controller.district;

import java.util.List;
import kafedra.contract.id.SchoolId;
import kafedra.controller.access.Staff;
import kafedra.controller.access.StretchedPassword;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.calendar.SchoolPlan;
import kafedra.controller.policy.SeatRule;
import kafedra.controller.roster.Premises;
import org.jspecify.annotations.Nullable;

/**
 * A whole district, checked: every id is unique, every reference leads somewhere.
 *
 * @param calendars one for each school of the premises
 * @param plans of the schools for which the file has one
 * @param agreements null when the file does not speak of them
 * @param seatRules of the seats that are not for everybody
 */
public record District(
    String name,
    Premises premises,
    List<SchoolCalendar> calendars,
    List<FilePlan> plans,
    @Nullable List<Agreement> agreements,
    List<SeatRule> seatRules,
    List<StaffEntry> staff) {
  public District {
    calendars = List.copyOf(calendars);
    plans = List.copyOf(plans);
    agreements = agreements == null ? null : List.copyOf(agreements);
    seatRules = List.copyOf(seatRules);
    staff = List.copyOf(staff);
  }

  /**
   * A school year.
   *
   * @param text as the file has it: a text that was taken over before is not taken over again, so
   *     that what staff changed since stays
   */
  public record FilePlan(SchoolId school, SchoolPlan plan, String text) {}

  /** An account and how it is proven. */
  public record StaffEntry(Staff staff, Secret secret) {}

  /** A password as the file gives it. */
  public sealed interface Secret {}

  /** In plain text, for trying out. */
  public record Plain(String password) implements Secret {
    /** Masked. */
    @Override
    public String toString() {
      return "Plain[masked]";
    }
  }

  /** Stretched already. */
  public record Stretched(StretchedPassword password) implements Secret {}
}
