package kafedra.provisioning.demo;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kafedra.contract.id.SchoolId;
import kafedra.contract.time.TimeSlot;

/**
 * What the command needs to know of a district file.
 *
 * @param sites buildings with a kiosk, in the file's order
 * @param lessons bell schedules by school
 * @param staff who can sign in at the controller
 */
public record District(
    String name,
    ZoneId zone,
    List<SchoolId> schools,
    List<Site> sites,
    Map<SchoolId, List<Lesson>> lessons,
    List<StaffMember> staff) {

  /** One lesson of a week, in local time. */
  public record Lesson(DayOfWeek day, LocalTime start, LocalTime end) {}

  /**
   * Who can sign in.
   *
   * @param role as the controller names it
   */
  public record StaffMember(String login, String password, String role, Optional<SchoolId> school) {
    /** Without the password. */
    @Override
    public String toString() {
      return login;
    }
  }

  public District {
    schools = List.copyOf(schools);
    sites = List.copyOf(sites);
    lessons = Map.copyOf(lessons);
    staff = List.copyOf(staff);
  }

  /**
   * Somebody with this role, for the school or for the whole district.
   *
   * @throws IllegalArgumentException if nobody has it
   */
  public StaffMember staff(String role, SchoolId school) {
    return staff.stream()
        .filter(it -> it.role().equals(role))
        .filter(it -> it.school().isEmpty() || it.school().get().equals(school))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("nobody is " + role + " of " + school));
  }

  /** The first lesson of a school that starts at or after this moment, within the coming week. */
  public Optional<TimeSlot> nextLesson(SchoolId school, Instant from) {
    LocalDate today = from.atZone(zone).toLocalDate();
    return IntStream.rangeClosed(0, 7)
        .mapToObj(today::plusDays)
        .flatMap(day -> lessonsOn(school, day))
        .filter(slot -> !slot.start().isBefore(from))
        .min(Comparator.comparing(TimeSlot::start));
  }

  private Stream<TimeSlot> lessonsOn(SchoolId school, LocalDate day) {
    return lessons.getOrDefault(school, List.of()).stream()
        .filter(it -> it.day() == day.getDayOfWeek())
        .map(it -> new TimeSlot(at(day, it.start()), at(day, it.end())));
  }

  private Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }
}
