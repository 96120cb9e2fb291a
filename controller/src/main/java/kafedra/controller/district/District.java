package kafedra.controller.district;

import java.util.List;
import kafedra.controller.access.Staff;
import kafedra.controller.access.StretchedPassword;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.roster.Premises;

/**
 * A whole district, checked: every id is unique, every reference leads somewhere.
 *
 * @param calendars one for each school of the premises
 */
public record District(
    String name, Premises premises, List<SchoolCalendar> calendars, List<StaffEntry> staff) {
  public District {
    calendars = List.copyOf(calendars);
    staff = List.copyOf(staff);
  }

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
