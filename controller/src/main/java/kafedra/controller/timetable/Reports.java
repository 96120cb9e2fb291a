package kafedra.controller.timetable;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.ReplicaItem.Service;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Refusal;
import kafedra.controller.booking.Steps;
import kafedra.controller.roster.Premises;

/** Puts together what became of each lesson. */
final class Reports {
  private final Steps steps;
  private final Premises premises;
  private final List<LessonNeeds> lessons;
  private final Renewal.Done done;
  private final Map<BookingId, String> sources;
  private final Map<Need, List<Item>> byNeed = new HashMap<>();
  private final Map<Lesson, List<Clash>> clashes = new HashMap<>();

  Reports(
      Steps steps,
      Premises premises,
      List<LessonNeeds> lessons,
      Renewal.Done done,
      Map<BookingId, String> sources) {
    this.steps = steps;
    this.premises = premises;
    this.lessons = lessons;
    this.done = done;
    this.sources = sources;
    done.items().forEach(it -> byNeed.computeIfAbsent(it.need(), n -> new ArrayList<>()).add(it));
    List<Lesson> inLabs =
        lessons.stream().filter(it -> !it.labs().isEmpty()).map(LessonNeeds::lesson).toList();
    for (Clash clash : Clashes.in(inLabs)) {
      clashes.computeIfAbsent(clash.one(), lesson -> new ArrayList<>()).add(clash);
      clashes.computeIfAbsent(clash.other(), lesson -> new ArrayList<>()).add(clash);
    }
  }

  List<LessonReport> all() {
    Map<String, List<Booking>> gone = new LinkedHashMap<>();
    for (Booking booking : done.dropped()) {
      gone.computeIfAbsent(sources.getOrDefault(booking.id(), ""), source -> new ArrayList<>())
          .add(booking);
    }
    List<LessonReport> all = new ArrayList<>();
    for (LessonNeeds lesson : lessons) {
      List<Booking> dropped = gone.remove(lesson.lesson().source());
      all.add(of(lesson, dropped == null ? 0 : dropped.size()));
    }
    gone.forEach((source, bookings) -> all.add(gone(source, bookings)));
    return List.copyOf(all);
  }

  private static LessonReport gone(String source, List<Booking> bookings) {
    return new LessonReport(
        Fate.GONE,
        source,
        Optional.empty(),
        bookings.getFirst().label(),
        bookings.stream().map(Booking::lab).distinct().toList(),
        bookings.stream().flatMap(it -> groups(it.holder())).distinct().toList(),
        0,
        0,
        List.of(),
        new LessonReport.Dates(0, 0, 0, 0, bookings.size(), 0),
        List.of(),
        List.of(),
        List.of());
  }

  private static Stream<GroupId> groups(Holder holder) {
    return holder instanceof Holder.OfGroup many ? Stream.of(many.group()) : Stream.empty();
  }

  private LessonReport of(LessonNeeds lesson, int dropped) {
    List<Item> own =
        lesson.needs().stream()
            .flatMap(need -> byNeed.getOrDefault(need, List.of()).stream())
            .toList();
    LessonReport.Dates dates =
        new LessonReport.Dates(
            count(own, Item.Done.UNCHANGED),
            count(own, Item.Done.NEW),
            count(own, Item.Done.MOVED),
            count(own, Item.Done.CHANGED),
            dropped,
            count(own, Item.Done.REFUSED));
    Fate fate = lesson.stopped().orElseGet(() -> fate(own, dates));
    return new LessonReport(
        fate,
        lesson.lesson().source(),
        Optional.of(lesson.lesson()),
        lesson.lesson().subject(),
        lesson.labs(),
        lesson.groups(),
        lesson.wanted(),
        own.isEmpty() ? (fate == Fate.OVER ? lesson.wanted() : 0) : given(own),
        seats(own),
        dates,
        against(own),
        lesson.unknown(),
        clashes.getOrDefault(lesson.lesson(), List.of()));
  }

  private static int count(List<Item> items, Item.Done how) {
    return (int) items.stream().filter(item -> item.done() == how).count();
  }

  private Fate fate(List<Item> own, LessonReport.Dates dates) {
    if (own.isEmpty()) {
      return Fate.OVER;
    }
    Optional<Fate> worst =
        own.stream()
            .filter(item -> item.given() < item.need().seats())
            .map(this::worst)
            .min(Comparator.naturalOrder());
    if (worst.isPresent()) {
      return worst.get();
    }
    if (dates.moved() > 0) {
      return Fate.MOVED;
    }
    if (dates.changed() > 0) {
      return Fate.CHANGED;
    }
    if (dates.added() > 0) {
      return dates.unchanged() > 0 ? Fate.CHANGED : Fate.NEW;
    }
    return dates.dropped() > 0 ? Fate.CHANGED : Fate.UNCHANGED;
  }

  private Fate worst(Item item) {
    for (Refusal reason : item.reasons()) {
      Fate fate =
          switch (reason) {
            case Refusal.NotEnoughSeats few ->
                inService(item.need().lab()) < item.need().seats()
                    ? Fate.NOT_ENOUGH_SEATS
                    : Fate.IN_CONFLICT;
            case Refusal.SeatTaken taken -> Fate.IN_CONFLICT;
            case Refusal.OutsideOpeningHours hours -> Fate.OUTSIDE_HOURS;
            case Refusal.DayClosed closed -> Fate.OUTSIDE_YEAR;
            case Refusal.InThePast past -> Fate.OVER;
            default -> Fate.REFUSED;
          };
      return fate;
    }
    return Fate.NOT_ENOUGH_SEATS;
  }

  private int inService(LabId lab) {
    return (int)
        premises.seatsOf(lab).stream().filter(it -> it.service() == Service.IN_SERVICE).count();
  }

  /** On the date that gets fewest, over all groups and labs. */
  private static int given(List<Item> own) {
    return own.stream()
        .collect(Collectors.groupingBy(Item::slot, Collectors.summingInt(Item::given)))
        .values()
        .stream()
        .min(Integer::compare)
        .orElse(0);
  }

  private static List<WorkstationId> seats(List<Item> own) {
    return own.stream()
        .filter(item -> item.slot().equals(own.getFirst().slot()))
        .map(Item::booked)
        .filter(Objects::nonNull)
        .flatMap(booking -> booking.seats().stream())
        .toList();
  }

  private List<LessonReport.Against> against(List<Item> own) {
    Set<BookingId> mine =
        own.stream()
            .map(Item::booked)
            .filter(Objects::nonNull)
            .map(Booking::id)
            .collect(Collectors.toSet());
    return own.stream()
        .filter(item -> item.given() < item.need().seats())
        .limit(LessonReport.AGAINST)
        .map(item ->
            new LessonReport.Against(
                item.slot(),
                item.need().lab(),
                item.given(),
                item.reasons(),
                steps.live(item.need().lab(), item.slot()).stream()
                    .filter(booking -> !mine.contains(booking.id()))
                    .toList()))
        .toList();
  }

  /** The same for the same lessons, the same bookings before and the same after. */
  static String token(List<LessonReport> lessons, Renewal.Done done) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      for (LessonReport lesson : lessons) {
        add(digest, lesson.fate() + " " + lesson.source() + " " + lesson.wanted());
      }
      done.items().forEach(item -> add(digest, item.line()));
      done.dropped().forEach(it -> add(digest, "DROPPED " + it.id() + "@" + it.version()));
      return HexFormat.of().formatHex(digest.digest(), 0, 16);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }

  private static void add(MessageDigest digest, String line) {
    digest.update((line + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
