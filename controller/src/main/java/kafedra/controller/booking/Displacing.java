package kafedra.controller.booking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.policy.PolicyName;
import kafedra.controller.policy.PolicyNumber;
import kafedra.controller.policy.PolicySettings;

/**
 * What a more important wish does to what is less important: the rule {@link
 * PolicyName#PURPOSE_ORDER}. An examination is above all and gives way to nothing; nor does a
 * booking for which somebody sits there already. Whoever has to give way gets other seats of the
 * room that can do as much, for all of them or else not at all: half a class is no class. Seats
 * that a move is only about to leave are not given in the same act.
 */
final class Displacing {
  /** Above what any school can set. */
  private static final int RANK_EXAM = 10;

  private final Schedule schedule;
  private final BookingPolicies policies;

  Displacing(Schedule schedule, BookingPolicies policies) {
    this.schedule = schedule;
    this.policies = policies;
  }

  /** What would come of it. */
  sealed interface Plan {
    /**
     * It can be.
     *
     * @param seats for the wish
     */
    record Possible(List<WorkstationId> seats, List<BookingOutcome.Displaced> displaced)
        implements Plan {
      public Possible {
        seats = List.copyOf(seats);
        displaced = List.copyOf(displaced);
      }
    }

    /** It cannot: what stands there does not give way. */
    record Impossible(Refusal.NotDisplaced why) implements Plan {}
  }

  /**
   * How the wish could be granted after all; empty when it may not displace, or when something else
   * than taken seats stands against it.
   */
  Optional<Plan> plan(Policy.Case it, List<Refusal> reasons) {
    return reasons.stream().allMatch(reason -> isOfSeats(reason, it.wish().seats()))
            && it.wish().terms().claim() == Terms.Claim.LESS_IMPORTANT_TOO
            && policies.holds(PolicyName.PURPOSE_ORDER, it.settings())
        ? Optional.of(new Search(it).plan())
        : Optional.empty();
  }

  /** Of any seats, those that are not for the holder are passed over. */
  private static boolean isOfSeats(Refusal reason, SeatWish seats) {
    return switch (reason) {
      case Refusal.SeatTaken taken -> true;
      case Refusal.NotEnoughSeats few -> true;
      case Refusal.SeatsForGrades others -> seats instanceof SeatWish.Any;
      case Refusal.SeatsKept kept -> seats instanceof SeatWish.Any;
      default -> false;
    };
  }

  static int rank(Purpose purpose, PolicySettings settings) {
    return switch (purpose) {
      case EXAM -> RANK_EXAM;
      case LESSON -> settings.number(PolicyNumber.RANK_LESSON);
      case MISSED_LESSON -> settings.number(PolicyNumber.RANK_MISSED_LESSON);
      case ELECTIVE -> settings.number(PolicyNumber.RANK_ELECTIVE);
      case WEBINAR -> settings.number(PolicyNumber.RANK_WEBINAR);
      case EXAM_PREPARATION -> settings.number(PolicyNumber.RANK_EXAM_PREPARATION);
      case PROJECT -> settings.number(PolicyNumber.RANK_PROJECT);
      case SELF_STUDY -> settings.number(PolicyNumber.RANK_SELF_STUDY);
      case EVENT -> settings.number(PolicyNumber.RANK_EVENT);
      case MAINTENANCE -> settings.number(PolicyNumber.RANK_MAINTENANCE);
      case OTHER -> settings.number(PolicyNumber.RANK_OTHER);
    };
  }

  /** One search, with what it has found so far. */
  private final class Search {
    private final Policy.Case it;
    private final LabBoard board;
    private final List<WorkstationId> all;
    private final Map<WorkstationId, List<Booking>> inTheWay = new LinkedHashMap<>();

    Search(Policy.Case it) {
      this.it = it;
      this.board = schedule.board(it.room().lab());
      this.all = it.room().seats().stream().map(Room.Seat::id).toList();
      for (Booking booking : board.bookings().live(it.wish().slot())) {
        if (it.moving().filter(own -> own.id().equals(booking.id())).isPresent()) {
          continue; // what moves is not in its own way
        }
        for (WorkstationId seat : booking.seats()) {
          inTheWay.computeIfAbsent(seat, gone -> new ArrayList<>()).add(booking);
        }
      }
    }

    Plan plan() {
      List<WorkstationId> eligible =
          policies.open(it, SeatChoice.eligible(it.room(), it.wish().seats()));
      int count = SeatChoice.count(it.wish().seats(), eligible.size());
      List<WorkstationId> seats =
          eligible.stream()
              .filter(this::canBeHad)
              .sorted(Comparator.comparingInt(this::worth))
              .limit(count)
              .toList();
      return seats.size() < count || count == 0
          ? new Plan.Impossible(new Refusal.NotDisplaced(standing(eligible)))
          : new Plan.Possible(inRoomOrder(seats), displaced(seats));
    }

    private boolean givesWay(Booking booking) {
      return booking.purpose() != Purpose.EXAM
          && booking.checkedIn() == null
          && rank(booking.purpose(), it.settings()) < rank(it.wish().purpose(), it.settings());
    }

    private boolean canBeHad(WorkstationId seat) {
      return inTheWay(seat).stream().allMatch(this::givesWay);
    }

    private List<Booking> inTheWay(WorkstationId seat) {
      return inTheWay.getOrDefault(seat, List.of());
    }

    /** Free seats first, then those that displace least. */
    private int worth(WorkstationId seat) {
      return inTheWay(seat).stream().mapToInt(own -> rank(own.purpose(), it.settings())).sum();
    }

    private List<WorkstationId> inRoomOrder(List<WorkstationId> seats) {
      return all.stream().filter(seats::contains).toList();
    }

    private List<Conflict> standing(List<WorkstationId> seats) {
      return seats.stream()
          .flatMap(seat ->
              inTheWay(seat).stream()
                  .filter(booking -> !givesWay(booking))
                  .map(own -> new Conflict(own.id(), own.lab(), seat, own.slot())))
          .toList();
    }

    /** The most important and the earliest made choose first among the seats that are left. */
    private List<BookingOutcome.Displaced> displaced(List<WorkstationId> seats) {
      Map<BookingId, Booking> losers = new LinkedHashMap<>();
      seats.forEach(seat -> inTheWay(seat).forEach(own -> losers.put(own.id(), own)));
      Map<WorkstationId, List<TimeSlot>> given = new LinkedHashMap<>();
      List<BookingOutcome.Displaced> found = new ArrayList<>();
      for (Booking loser :
          losers.values().stream()
              .sorted(
                  Comparator.comparingInt((Booking own) -> -rank(own.purpose(), it.settings()))
                      .thenComparing(Booking::madeAt))
              .toList()) {
        List<WorkstationId> instead = otherSeats(loser, Set.copyOf(seats), given);
        Booking after =
            instead.isEmpty()
                ? loser.with(BookingStatus.CANCELLED)
                : loser.movedTo(it.room(), loser.slot(), instead);
        instead.forEach(
            seat -> given.computeIfAbsent(seat, first -> new ArrayList<>()).add(loser.slot()));
        found.add(new BookingOutcome.Displaced(loser, after));
      }
      return found;
    }

    /** Its seats with the lost ones replaced; empty when one cannot be. */
    private List<WorkstationId> otherSeats(
        Booking loser, Set<WorkstationId> lost, Map<WorkstationId, List<TimeSlot>> given) {
      Set<WorkstationId> unfit = new HashSet<>(board.taken(loser.slot(), all, List.of(loser)));
      unfit.addAll(lost);
      given.forEach((seat, slots) -> {
        if (slots.stream().anyMatch(loser.slot()::overlaps)) {
          unfit.add(seat);
        }
      });
      unfit.addAll(loser.seats());
      List<WorkstationId> seats = new ArrayList<>();
      for (WorkstationId seat : loser.seats()) {
        if (!lost.contains(seat)) {
          seats.add(seat);
          continue;
        }
        Optional<WorkstationId> other =
            openTo(loser, SeatChoice.fitting(it.room(), features(seat), unfit)).stream()
                .findFirst();
        if (other.isEmpty()) {
          return List.of();
        }
        seats.add(other.get());
        unfit.add(other.get());
      }
      return all.stream().filter(seats::contains).toList();
    }

    /** Nobody is moved to a seat that they might not have booked. */
    private List<WorkstationId> openTo(Booking loser, List<WorkstationId> seats) {
      BookingWish asBooked =
          new BookingWish(
              loser.id(),
              loser.holder(),
              loser.lab(),
              new SeatWish.Any(loser.seats().size(), Set.of()),
              loser.slot(),
              loser.purpose(),
              loser.label(),
              loser.madeBy());
      return policies.open(
          new Policy.Case(
              asBooked,
              it.room(),
              Optional.of(loser),
              schedule,
              it.facts(),
              it.settings(),
              it.now()),
          seats);
    }

    private Set<Feature> features(WorkstationId seat) {
      return it.room().seats().stream()
          .filter(own -> own.id().equals(seat))
          .findFirst()
          .map(Room.Seat::features)
          .orElse(Set.of());
    }
  }
}
