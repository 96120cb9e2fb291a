package kafedra.controller.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.Feature;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Purpose;
import kafedra.controller.booking.SeatWish;
import org.jspecify.annotations.Nullable;

/** The body of a new booking, and how it reads as a wish. */
record NewBooking(
    @Nullable String lab,
    @Nullable String person,
    @Nullable String group,
    @Nullable List<@Nullable String> workstations,
    @Nullable Integer count,
    @Nullable List<@Nullable String> features,
    @Nullable String start,
    @Nullable String end,
    @Nullable String purpose,
    @Nullable String label) {

  BookingWish wish(BookingId id, String login) {
    String about = label == null ? "" : label.strip();
    if (about.length() > BookingWish.LONGEST_LABEL) {
      throw Problem.at(ProblemCode.BAD_FIELD, "label");
    }
    return new BookingWish(id, holder(), labId(), seats(), slot(), purposeOf(), about, login);
  }

  LabId labId() {
    return Fields.id("lab", lab, LabId::new);
  }

  private Holder holder() {
    if ((person == null) == (group == null)) {
      throw Problem.at(ProblemCode.BAD_FIELD, "person");
    }
    return person != null
        ? new Holder.OfPerson(Fields.id("person", person, PersonId::new))
        : new Holder.OfGroup(Fields.id("group", group, GroupId::new));
  }

  private SeatWish seats() {
    if (workstations != null && !workstations.isEmpty()) {
      return named(workstations);
    }
    Integer wanted = count == null ? Integer.valueOf(1) : count;
    return new SeatWish.Any(Fields.number("count", wanted, 1, SeatWish.MOST), featureSet(features));
  }

  private SeatWish named(List<@Nullable String> texts) {
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

  private TimeSlot slot() {
    var from = Call.instant("start", Fields.given("start", start), ProblemCode.BAD_FIELD);
    var to = Call.instant("end", Fields.given("end", end), ProblemCode.BAD_FIELD);
    if (!from.isBefore(to)) {
      throw Problem.at(ProblemCode.BAD_SLOT, "end");
    }
    return new TimeSlot(from, to);
  }

  private Purpose purposeOf() {
    return Fields.word("purpose", purpose, Purpose.class);
  }
}
