package kafedra.contract.message;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.Millis;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * What a building needs to work on alone: its own rooms, the people who may come, and the bookings
 * of the next 14 days.
 */
public sealed interface ReplicaItem {
  /** Unique within one kiosk's replica. */
  String key();

  /**
   * The building itself.
   *
   * @param zone IANA time zone id
   */
  record Site(BuildingId building, String school, String name, String zone) implements ReplicaItem {
    @Override
    public String key() {
      return "site";
    }
  }

  /** A lab of the building. */
  record Lab(LabId id, String name) implements ReplicaItem {
    @Override
    public String key() {
      return "lab/" + id;
    }
  }

  /**
   * A seat.
   *
   * @param label what stands on it, such as «7»
   * @param row of the room's plan, from 0
   * @param column of the room's plan, from 0
   */
  record Seat(
      WorkstationId id,
      LabId lab,
      String label,
      int row,
      int column,
      List<Feature> features,
      Service service)
      implements ReplicaItem {
    public Seat {
      features = List.copyOf(features);
    }

    @Override
    public String key() {
      return "seat/" + id;
    }
  }

  /** Whether a seat may be given out. */
  enum Service {
    IN_SERVICE,
    OUT_OF_SERVICE
  }

  /**
   * A person who may come.
   *
   * @param greeting first name and initial, shown only to the person who signed in
   * @param number what the person types before the PIN; digits; null without one
   * @param pin null for a person without a PIN
   * @param cards verifiers of the person's cards, see {@code Verifier}
   * @param grade 1 to 12; null for adults
   * @param priority null for most people
   */
  record Person(
      PersonId id,
      String greeting,
      @Nullable String number,
      @Nullable PinVerifier pin,
      List<String> cards,
      List<GroupId> groups,
      @Nullable Integer grade,
      Role role,
      @Nullable Priority priority)
      implements ReplicaItem {
    public Person {
      cards = List.copyOf(cards);
      groups = List.copyOf(groups);
    }

    /** Somebody who waits like everybody. */
    public Person(
        PersonId id,
        String greeting,
        @Nullable String number,
        @Nullable PinVerifier pin,
        List<String> cards,
        List<GroupId> groups,
        @Nullable Integer grade,
        Role role) {
      this(id, greeting, number, pin, cards, groups, grade, role, null);
    }

    @Override
    public String key() {
      return "person/" + id;
    }
  }

  /** That somebody is to wait less. Why, nobody is told. */
  enum Priority {
    SHORTER_WAIT
  }

  /** What a person may do at a kiosk. */
  enum Role {
    PUPIL,
    TEACHER,
    STAFF
  }

  /**
   * Proves a PIN to the one building whose pepper it was made with; useless without that pepper,
   * which is not in the replica.
   *
   * @param salt hexadecimal
   * @param proof hexadecimal
   */
  record PinVerifier(String salt, String proof) {}

  /**
   * A booking of seats in this building.
   *
   * @param person whose it is; null for a group's
   * @param group whose it is; null for a person's
   * @param seats the seats promised
   * @param link the lesson to be opened on the seat; null without one
   */
  record Booking(
      BookingId id,
      @Nullable PersonId person,
      @Nullable GroupId group,
      TimeSlot slot,
      List<WorkstationId> seats,
      BookingStatus status,
      @Nullable LessonLink link)
      implements ReplicaItem {
    public Booking {
      seats = List.copyOf(seats);
    }

    /** Without a lesson to open. */
    public Booking(
        BookingId id,
        @Nullable PersonId person,
        @Nullable GroupId group,
        TimeSlot slot,
        List<WorkstationId> seats,
        BookingStatus status) {
      this(id, person, group, slot, seats, status, null);
    }

    @Override
    public String key() {
      return "booking/" + id;
    }
  }

  /** What became of a booking or of a request for one. */
  enum BookingStatus {
    CONFIRMED,
    /** A request from this kiosk that could not be granted. */
    REFUSED,
    CANCELLED
  }

  /** One lesson of the bell schedule, in the building's local time. */
  record Bell(DayOfWeek day, int lesson, LocalTime start, LocalTime end) implements ReplicaItem {
    @Override
    public String key() {
      return "bell/" + day.getValue() + "/" + lesson;
    }
  }

  /**
   * The building's rules for sessions.
   *
   * @param walkIn length of a session without a booking
   * @param extension how much one press of «more time» adds
   * @param longest a session never grows beyond this
   * @param grace how long after its start a booked seat is kept for its person
   * @param opens local time from which seats are given out
   * @param closes local time at which the last session ends
   * @param turns of those who wait; null for {@link Turns#USUAL}
   */
  record Rules(
      Duration walkIn,
      Duration extension,
      Duration longest,
      Duration grace,
      LocalTime opens,
      LocalTime closes,
      @Nullable Turns turns)
      implements ReplicaItem {
    /** With the usual rules for those who wait. */
    public Rules(
        Duration walkIn,
        Duration extension,
        Duration longest,
        Duration grace,
        LocalTime opens,
        LocalTime closes) {
      this(walkIn, extension, longest, grace, opens, closes, null);
    }

    /** The same with other rules for those who wait. */
    public Rules with(Turns others) {
      return new Rules(walkIn, extension, longest, grace, opens, closes, others);
    }

    /** What holds for those who wait. */
    public Turns turnsOrUsual() {
      return turns == null ? Turns.USUAL : turns;
    }

    @Override
    public String key() {
      return "rules";
    }
  }

  /**
   * How long people may sit at a screen: the norm that is in force today, as the school holds it.
   *
   * @param rest after a full sitting
   * @param limits by grade; one without a grade is for adults and for grade 12
   * @param breaks how the rest is held
   */
  record ScreenNorm(
      Duration rest, List<ScreenLimit> limits, Holding sitting, Holding day, Holding breaks)
      implements ReplicaItem {
    public ScreenNorm {
      limits = List.copyOf(limits);
    }

    @Override
    public String key() {
      return "norm";
    }
  }

  /**
   * @param grade null for adults and for grade 12
   * @param sitting without a break
   * @param day in all; null where none is set
   */
  record ScreenLimit(@Nullable Integer grade, Duration sitting, @Nullable Duration day) {}

  /** A group that is booked in this building; what the kiosk calls it while its time runs. */
  record Group(GroupId id, String name) implements ReplicaItem {
    @Override
    public String key() {
      return "group/" + id;
    }
  }

  /**
   * A code with which a person may sign in once.
   *
   * @param verifier of the code, useless without the building's pepper; see {@code Verifiers}
   * @param expires after this it is worth nothing
   */
  record EntryCode(String verifier, PersonId person, Instant expires) implements ReplicaItem {
    public EntryCode {
      expires = Millis.of(expires);
    }

    @Override
    public String key() {
      return "code/" + verifier;
    }
  }

  /** How strictly a rule is held. */
  enum Holding {
    OFF,
    TOLD,
    HELD
  }

  /**
   * What a person has used of a day at the district's other kiosks. What was used here, the kiosk
   * knows better.
   *
   * @param date local
   */
  record UsedElsewhere(PersonId person, LocalDate date, Duration used) implements ReplicaItem {
    @Override
    public String key() {
      return "used/" + person;
    }
  }

  /**
   * What is owed to those who wait for a seat.
   *
   * @param stopsExtension so many who wait for a seat, and whoever sits there gets no more time;
   *     null if it never stops
   * @param held how long a seat is held for the one called; null until its lab closes
   */
  record Turns(@Nullable Integer stopsExtension, @Nullable Duration held) {
    /** One who waits is enough, and three minutes. */
    public static final Turns USUAL = new Turns(1, Duration.ofMinutes(3));

    /** Longer than any lab is open. */
    private static final Duration A_DAY = Duration.ofDays(1);

    public Turns {
      if (stopsExtension != null && stopsExtension < 1) {
        throw new IllegalArgumentException(stopsExtension + " people stop an extension");
      }
      if (held != null && !held.isPositive()) {
        throw new IllegalArgumentException("a seat is held for " + held);
      }
    }

    /** No seat is held for longer. */
    public Duration heldAtMost() {
      return held == null ? A_DAY : held;
    }
  }

  /**
   * What one of the days ahead is for a lab. Of a day without one, bells and rules tell.
   *
   * @param date local
   * @param hours when seats are given out; sorted, disjoint; empty on a closed day
   * @param lessons by start
   * @param closed why; null on an open day
   * @param note what staff wrote about a closed day; may be empty
   * @param running what becomes of sessions that run when the day is closed; null for {@link
   *     Running#FINISHES}
   */
  record LabDay(
      LabId lab,
      LocalDate date,
      List<TimeSlot> hours,
      List<LabLesson> lessons,
      @Nullable Closed closed,
      String note,
      @Nullable Running running)
      implements ReplicaItem {
    /** On which whoever sits there may finish. */
    public LabDay(
        LabId lab,
        LocalDate date,
        List<TimeSlot> hours,
        List<LabLesson> lessons,
        @Nullable Closed closed,
        String note) {
      this(lab, date, hours, lessons, closed, note, null);
    }

    public LabDay {
      hours = List.copyOf(hours);
      lessons = List.copyOf(lessons);
      if (hours.isEmpty() != (closed != null)) {
        throw new IllegalArgumentException(
            lab + " on " + date + " has " + hours.size() + " stretches and is closed: " + closed);
      }
    }

    @Override
    public String key() {
      return "day/" + lab + "/" + date;
    }
  }

  /** A lesson of a day. Each shift numbers its lessons anew. */
  record LabLesson(int number, TimeSlot slot) {}

  /** What becomes of sessions that run in a lab when its day is closed. */
  enum Running {
    /** Each goes on to the end that it was given. */
    FINISHES,
    /** Each ends once its person had time to save. */
    ENDS
  }

  /** Why a day is closed. */
  enum Closed {
    OUTSIDE_SCHOOL_YEAR,
    HOLIDAY,
    DAY_OFF,
    CLOSED,
    /** Learning from home. */
    REMOTE
  }
}
