package kafedra.controller.web;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SeriesId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Online;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.SeatWish;
import kafedra.controller.booking.Terms;
import org.jspecify.annotations.Nullable;

/** The body of a new booking, and how it reads as a wish. */
record NewBooking(
    @Nullable String lab,
    @Nullable String person,
    @Nullable String group,
    @Nullable List<@Nullable String> workstations,
    @Nullable Integer count,
    @Nullable List<@Nullable String> features,
    @Nullable Boolean wholeLab,
    @Nullable String start,
    @Nullable String end,
    @Nullable String purpose,
    @Nullable String label,
    @Nullable Integer holdMinutes,
    @Nullable String link,
    @Nullable Integer kbpsPerClient,
    @Nullable String screens,
    @Nullable String override,
    @Nullable Boolean displace) {
  /** What may be booked for nobody of the roster. */
  private static final Set<Purpose> FOR_NOBODY =
      EnumSet.of(Purpose.MAINTENANCE, Purpose.EVENT, Purpose.WEBINAR, Purpose.OTHER);

  BookingWish wish(BookingId id, String login) {
    return wish(id, login, null);
  }

  BookingWish wish(BookingId id, String login, @Nullable SeriesId series) {
    return new BookingWish(
        id,
        holder(),
        labId(),
        seats(),
        slot(start, end),
        Fields.word("purpose", purpose, Purpose.class),
        label(label),
        login,
        terms(series));
  }

  LabId labId() {
    return Fields.id("lab", lab, LabId::new);
  }

  private Holder holder() {
    if (person != null && group != null) {
      throw Problem.at(ProblemCode.BAD_FIELD, "person");
    }
    if (person != null) {
      return new Holder.OfPerson(Fields.id("person", person, PersonId::new));
    }
    if (group != null) {
      return new Holder.OfGroup(Fields.id("group", group, GroupId::new));
    }
    if (FOR_NOBODY.stream().noneMatch(it -> it.name().equals(purpose))) {
      throw Problem.at(ProblemCode.BAD_FIELD, "person");
    }
    return Holder.NOBODY;
  }

  private SeatWish seats() {
    return seats(workstations, count, features, wholeLab);
  }

  static SeatWish seats(
      @Nullable List<@Nullable String> workstations,
      @Nullable Integer count,
      @Nullable List<@Nullable String> features,
      @Nullable Boolean wholeLab) {
    if (Boolean.TRUE.equals(wholeLab)) {
      if (count != null || (workstations != null && !workstations.isEmpty())) {
        throw Problem.at(ProblemCode.BAD_FIELD, "wholeLab");
      }
      return new SeatWish.Whole();
    }
    if (workstations != null && !workstations.isEmpty()) {
      return named(workstations, count);
    }
    Integer wanted = count == null ? Integer.valueOf(1) : count;
    return new SeatWish.Any(Fields.number("count", wanted, 1, SeatWish.MOST), featureSet(features));
  }

  private static SeatWish named(List<@Nullable String> texts, @Nullable Integer count) {
    List<WorkstationId> seats =
        texts.stream()
            .map(it -> Fields.id("workstations", it, WorkstationId::new))
            .distinct()
            .toList();
    if (seats.size() != texts.size() || seats.size() > SeatWish.MOST) {
      throw Problem.at(ProblemCode.BAD_FIELD, "workstations");
    }
    if (count != null && count != seats.size()) {
      throw Problem.at(ProblemCode.BAD_FIELD, "count");
    }
    return new SeatWish.Named(seats);
  }

  private static Set<Feature> featureSet(@Nullable List<@Nullable String> names) {
    Set<Feature> features = EnumSet.noneOf(Feature.class);
    if (names != null) {
      for (String name : names) {
        features.add(Fields.word("features", name, Feature.class));
      }
    }
    return features;
  }

  static TimeSlot slot(@Nullable String start, @Nullable String end) {
    var from = Call.instant("start", Fields.given("start", start), ProblemCode.BAD_FIELD);
    var to = Call.instant("end", Fields.given("end", end), ProblemCode.BAD_FIELD);
    if (!from.isBefore(to)) {
      throw Problem.at(ProblemCode.BAD_SLOT, "end");
    }
    return new TimeSlot(from, to);
  }

  static String label(@Nullable String given) {
    String about = given == null ? "" : given.strip();
    if (about.length() > BookingWish.LONGEST_LABEL) {
      throw Problem.at(ProblemCode.BAD_FIELD, "label");
    }
    return about;
  }

  private Terms terms(@Nullable SeriesId series) {
    Duration hold =
        holdMinutes == null
            ? null
            : Duration.ofMinutes(
                Fields.number("holdMinutes", holdMinutes, 1, (int) Terms.LONGEST_HOLD.toMinutes()));
    Terms terms = new Terms(online(link, kbpsPerClient, screens), hold, series, reason(override));
    return Boolean.TRUE.equals(displace) ? terms.displacing() : terms;
  }

  static Online online(
      @Nullable String link, @Nullable Integer kbpsPerClient, @Nullable String screens) {
    String address = link == null ? "" : link.strip();
    boolean web =
        address.isEmpty() || address.startsWith("https://") || address.startsWith("http://");
    if (!web || address.length() > Online.LONGEST_LINK) {
      throw Problem.at(ProblemCode.BAD_FIELD, "link");
    }
    Integer rate = kbpsPerClient == null ? Integer.valueOf(0) : kbpsPerClient;
    return new Online(
        address,
        Fields.number("kbpsPerClient", rate, 0, Online.MOST_KBPS),
        screens == null
            ? Online.Screens.EACH_SEAT
            : Fields.word("screens", screens, Online.Screens.class));
  }

  static @Nullable String reason(@Nullable String override) {
    return override == null
        ? null
        : Fields.text("override", override.strip(), Terms.LONGEST_REASON);
  }
}
