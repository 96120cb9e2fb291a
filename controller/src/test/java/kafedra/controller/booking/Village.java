package kafedra.controller.booking;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;
import static kafedra.controller.booking.BookingFixture.any;
import static kafedra.controller.booking.BookingFixture.person;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.MovableClock;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.Agreement;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.files.NormFile;
import kafedra.controller.policy.Force;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.PolicySettings;
import kafedra.controller.policy.SeatRule;

/**
 * A village school with one lab {@code l1} of ten seats, {@code w1} with a webcam, open every day
 * from 8 to 20 in Yekaterinburg (UTC+5), and no rule but those that a test switches on. It is 10:00
 * of Monday, 23 November 2026. Everybody is in grade 7 unless said otherwise.
 */
final class Village {
  static final ZoneId ZONE = ZoneId.of("Asia/Yekaterinburg");
  static final LabId LAB = new LabId("l1");
  static final SchoolId SCHOOL = new SchoolId("s1");

  final MovableClock clock = new MovableClock(MONDAY_10);
  final Schedule schedule = new Schedule();
  final Map<PersonId, Duration> active = new HashMap<>();
  final Map<PersonId, List<Instant>> missed = new HashMap<>();
  final Map<PersonId, Set<Need>> needs = new HashMap<>();
  final Map<WorkstationId, SeatRule> seatRules = new HashMap<>();
  final Map<Holder, Optional<Integer>> grades = new HashMap<>();
  final Map<Holder, SchoolId> homes = new HashMap<>();
  final List<Agreement> agreements = new ArrayList<>();
  PolicySettings settings = PolicySettings.lenient(SCHOOL);
  LineCapacity.Capacity line = LineCapacity.UNLIMITED;
  private int made;

  Village with(PolicyName name, Force force) {
    settings = settings.with(name, force);
    return this;
  }

  Village with(PolicyNumber number, int value) {
    settings = settings.with(number, value);
    return this;
  }

  Village grade(String person, int grade) {
    grades.put(person(person), Optional.of(grade));
    return this;
  }

  Village adult(String person) {
    grades.put(person(person), Optional.empty());
    return this;
  }

  Facts facts() {
    return new Facts(
        school -> settings,
        NormFile.ofRussia(),
        (who, day) ->
            day.contains(clock.instant())
                ? active.getOrDefault(who, Duration.ZERO)
                : Duration.ofDays(1),
        (who, since, now) ->
            missed.getOrDefault(who, List.of()).stream()
                .filter(at -> !at.isBefore(since) && at.isBefore(now))
                .toList(),
        who -> needs.getOrDefault(who, Set.of()),
        seat -> seatRules.getOrDefault(seat, SeatRule.none(seat)),
        holder -> grades.getOrDefault(holder, Optional.of(7)),
        holder -> Optional.of(homes.getOrDefault(holder, SCHOOL)),
        () -> agreements,
        building -> line);
  }

  Room room() {
    List<Room.Seat> seats =
        IntStream.rangeClosed(1, 10)
            .mapToObj(i ->
                new Room.Seat(
                    new WorkstationId("w" + i),
                    i == 1 ? Set.of(Feature.LINUX, Feature.WEBCAM) : Set.of(Feature.LINUX)))
            .toList();
    return new Room(
        LAB,
        new BuildingId("b1"),
        SCHOOL,
        ZONE,
        day ->
            new DayPlan.Open(
                List.of(
                    new TimeSlot(
                        day.atTime(8, 0).atZone(ZONE).toInstant(),
                        day.atTime(20, 0).atZone(ZONE).toInstant())),
                List.of()),
        seats);
  }

  private Rooms rooms() {
    return new Rooms() {
      @Override
      public Optional<Room> room(LabId lab) {
        return lab.equals(LAB) ? Optional.of(Village.this.room()) : Optional.empty();
      }

      @Override
      public List<Room> roomsOf(BuildingId building) {
        return List.of(Village.this.room());
      }

      @Override
      public List<LabId> labsOf(SchoolId school) {
        return List.of(LAB);
      }

      @Override
      public long edition() {
        return 0;
      }

      @Override
      public boolean knows(Holder holder) {
        return true;
      }
    };
  }

  // --- time -------------------------------------------------------------------------------------

  /** Minutes from Monday, 10:00. */
  static Instant at(int minutes) {
    return MONDAY_10.plus(Duration.ofMinutes(minutes));
  }

  static int days(int count) {
    return count * 24 * 60;
  }

  static TimeSlot slot(int minutes, int length) {
    return TimeSlot.of(at(minutes), Duration.ofMinutes(length));
  }

  void now(int minutes) {
    clock.jumpTo(at(minutes), ClockTrust.TRUSTED);
  }

  // --- bookings ---------------------------------------------------------------------------------

  /** A booking that stands, on the first seats that are free. */
  Booking booked(Holder holder, Purpose purpose, int count, TimeSlot slot) {
    Set<WorkstationId> taken = new HashSet<>();
    schedule.board(LAB).bookings().live(slot).forEach(it -> taken.addAll(it.seats()));
    List<WorkstationId> seats =
        SeatChoice.fitting(room(), Set.of(), taken).stream().limit(count).toList();
    return booked(holder, purpose, seats, slot);
  }

  Booking booked(Holder holder, Purpose purpose, List<WorkstationId> seats, TimeSlot slot) {
    BookingWish wish = wish(holder, purpose, new SeatWish.Named(seats), slot);
    Booking booking = Booking.of(wish, room(), seats, clock.instant());
    schedule.put(booking);
    return booking;
  }

  Booking booked(String person, TimeSlot slot) {
    return booked(person(person), Purpose.SELF_STUDY, 1, slot);
  }

  BookingWish wish(Holder holder, Purpose purpose, SeatWish seats, TimeSlot slot) {
    made++;
    return new BookingWish(new BookingId("b" + made), holder, LAB, seats, slot, purpose, "", "lib");
  }

  /** One seat for self-study. */
  BookingWish wish(String person, TimeSlot slot) {
    return wish(person(person), Purpose.SELF_STUDY, any(1), slot);
  }

  static BookingWish overridden(BookingWish wish) {
    return on(wish, new Terms(wish.terms().online(), null, null, "Мать просила"));
  }

  static BookingWish displacing(BookingWish wish) {
    return on(wish, wish.terms().displacing());
  }

  static BookingWish on(BookingWish wish, Terms terms) {
    return new BookingWish(
        wish.id(),
        wish.holder(),
        wish.lab(),
        wish.seats(),
        wish.slot(),
        wish.purpose(),
        wish.label(),
        wish.madeBy(),
        terms);
  }

  // --- judging ----------------------------------------------------------------------------------

  static BookingPolicies all() {
    return new BookingPolicies(BookingPolicies.ALL);
  }

  /** The list without one rule. */
  static BookingPolicies without(PolicyName name) {
    List<Rule> rest = new ArrayList<>(BookingPolicies.ALL);
    if (!rest.removeIf(rule -> rule.name() == name)) {
      throw new AssertionError(name + " is not in the list");
    }
    return new BookingPolicies(rest);
  }

  Judge judge(BookingPolicies policies) {
    return new Judge(schedule, rooms(), facts(), clock, policies);
  }

  Verdict verdict(BookingWish wish) {
    return judge(all()).judge(wish, Optional.empty());
  }

  List<Refusal> reasons(BookingWish wish) {
    return reasons(wish, all());
  }

  List<Refusal> reasons(BookingWish wish, BookingPolicies policies) {
    return switch (judge(policies).judge(wish, Optional.empty())) {
      case Verdict.Possible possible -> List.of();
      case Verdict.Impossible not -> not.reasons();
    };
  }

  Ruling ruling(BookingWish wish) {
    return switch (verdict(wish)) {
      case Verdict.Possible can -> can.ruling();
      case Verdict.Impossible not -> throw new AssertionError("refused: " + not.reasons());
    };
  }

  List<String> seats(BookingWish wish) {
    return switch (verdict(wish)) {
      case Verdict.Possible can -> can.seats().stream().map(WorkstationId::value).toList();
      case Verdict.Impossible not -> throw new AssertionError("refused: " + not.reasons());
    };
  }

  /** What is offered instead of a refused wish. */
  List<TimeSlot> suggestions(BookingWish wish) {
    Judge judge = judge(all());
    List<Refusal> reasons = reasons(wish);
    return new FreeSlots(schedule, judge)
        .instead(room(), wish, Optional.empty(), reasons, clock.instant());
  }
}
