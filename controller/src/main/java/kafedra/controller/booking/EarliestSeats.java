package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SchoolId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.slot.EarliestSlot;
import kafedra.controller.slot.Marks;
import kafedra.controller.slot.OpenMarks;
import kafedra.controller.slot.SeatSet;
import org.jspecify.annotations.Nullable;

/**
 * Finds the lab that has seats free first, by the masks and the opening hours alone: like every
 * answer of a reader it is advice, and the one writer decides. Opening hours and seats are worked
 * out once for the schools and features that are asked for, and anew when rooms change or another
 * time is asked for.
 */
final class EarliestSeats {
  /** Different combinations of schools and features remembered; then it begins anew. */
  static final int REMEMBERED = 64;

  /** Remembered hours reach on, so that a question of tomorrow need not work them out again. */
  private static final Duration BEYOND = Duration.ofDays(7);

  /** Hours of so long a time are remembered together, when now this and now that is asked for. */
  private static final Duration TOGETHER = Duration.ofDays(2L * Earliest.MOST_DAYS);

  private record Asked(List<SchoolId> schools, Set<Feature> features) {}

  /** Labs with what a search needs of them, within a time, as rooms were at one edition. */
  private record Ground(
      long edition, Instant begins, Instant ends, List<Room> rooms, List<EarliestSlot.Site> sites) {
    boolean serves(long now, Instant from, Instant to) {
      return edition == now && !from.isBefore(begins) && !to.isAfter(ends);
    }
  }

  private final Schedule schedule;
  private final Rooms rooms;
  private final InstantSource clock;
  private final Map<Asked, Ground> grounds = new ConcurrentHashMap<>();

  EarliestSeats(Schedule schedule, Rooms rooms, InstantSource clock) {
    this.schedule = schedule;
    this.rooms = rooms;
    this.clock = clock;
  }

  /** Empty when there is no such time within the days asked for. */
  Optional<Earliest.Place> find(Earliest.Question question) {
    Instant now = clock.instant();
    Instant from = question.from().isBefore(now) ? now : question.from();
    Instant to = from.plus(Duration.ofDays(question.days()));
    Ground ground = ground(new Asked(question.schools(), question.features()), from, to);
    int length = Marks.steps(question.length());
    return EarliestSlot.among(
            ground.sites(), new Marks(Marks.ceil(from), Marks.floor(to)), length, question.count())
        .map(found -> place(ground.rooms().get(found.site()), found.mark(), length, question));
  }

  private Earliest.Place place(Room room, int mark, int length, Earliest.Question question) {
    TimeSlot slot = new Marks(mark, mark + length).slot();
    List<WorkstationId> all = room.seats().stream().map(Room.Seat::id).toList();
    List<WorkstationId> free =
        SeatChoice.fitting(
            room, question.features(), schedule.board(room.lab()).taken(slot, all, List.of()));
    return new Earliest.Place(
        room.school(), room.lab(), slot, free.subList(0, Math.min(question.count(), free.size())));
  }

  private Ground ground(Asked asked, Instant from, Instant to) {
    long edition = rooms.edition(); // before the rooms are asked: what changes then is seen next
    Ground known = grounds.get(asked);
    if (known != null && known.serves(edition, from, to)) {
      return known;
    }
    Ground fresh = prepare(asked, edition, hoursFor(known, from, to.plus(BEYOND)));
    if (grounds.size() >= REMEMBERED) {
      grounds.clear();
    }
    grounds.put(asked, fresh);
    return fresh;
  }

  private static TimeSlot hoursFor(@Nullable Ground known, Instant from, Instant to) {
    if (known == null) {
      return new TimeSlot(from, to);
    }
    TimeSlot both =
        new TimeSlot(
            known.begins().isBefore(from) ? known.begins() : from,
            known.ends().isAfter(to) ? known.ends() : to);
    return both.length().compareTo(TOGETHER) > 0 ? new TimeSlot(from, to) : both;
  }

  private Ground prepare(Asked asked, long edition, TimeSlot within) {
    List<Room> found = new ArrayList<>();
    List<EarliestSlot.Site> sites = new ArrayList<>();
    for (SchoolId school : asked.schools()) {
      for (LabId lab : rooms.labsOf(school)) {
        rooms
            .room(lab)
            .ifPresent(room -> {
              found.add(room);
              sites.add(site(room, asked.features(), within));
            });
      }
    }
    return new Ground(
        edition, within.start(), within.end(), List.copyOf(found), List.copyOf(sites));
  }

  private EarliestSlot.Site site(Room room, Set<Feature> features, TimeSlot within) {
    LabBoard board = schedule.board(room.lab());
    SeatSet among = board.setOf(SeatChoice.fitting(room, features, Set.of()));
    board.setOf(room.seats().stream().map(Room.Seat::id).toList()); // so that all have numbers
    return new EarliestSlot.Site(board.slots(), hours(room, within), among, board.seats());
  }

  /** On the marks within the opening hours of each local day that the time touches. */
  private static OpenMarks hours(Room room, TimeSlot within) {
    List<Marks> open = new ArrayList<>();
    LocalDate last = LocalDate.ofInstant(within.end(), room.zone());
    for (LocalDate day = LocalDate.ofInstant(within.start(), room.zone());
        !day.isAfter(last);
        day = day.plusDays(1)) {
      if (room.days().day(day) instanceof DayPlan.Open plan) {
        for (TimeSlot hours : plan.hours()) {
          int from = Marks.ceil(hours.start());
          int to = Marks.floor(hours.end());
          if (from < to) {
            open.add(new Marks(from, to));
          }
        }
      }
    }
    return OpenMarks.of(open);
  }
}
