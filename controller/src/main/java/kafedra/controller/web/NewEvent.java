package kafedra.controller.web;

import java.util.ArrayList;
import java.util.List;
import kafedra.contract.id.LabId;
import kafedra.contract.id.SeriesId;
import kafedra.controller.booking.BookingWish;
import kafedra.controller.booking.Purpose;
import org.jspecify.annotations.Nullable;

/** The body of an event: one time, seats in several labs, perhaps of several schools. */
record NewEvent(
    @Nullable String title,
    @Nullable String purpose,
    @Nullable String start,
    @Nullable String end,
    @Nullable String link,
    @Nullable Integer kbpsPerClient,
    @Nullable String screens,
    @Nullable String override,
    @Nullable List<Leg> legs) {
  /** Labs in one event at the most. */
  private static final int MOST_LEGS = 200;

  /**
   * What one lab gives.
   *
   * @param group whose pupils sit there; null for whoever comes
   */
  record Leg(
      @Nullable String lab,
      @Nullable String group,
      @Nullable Integer count,
      @Nullable List<@Nullable String> features,
      @Nullable Boolean wholeLab) {}

  private List<Leg> given() {
    List<Leg> all = Fields.given("legs", legs);
    if (all.isEmpty() || all.size() > MOST_LEGS) {
      throw Problem.at(ProblemCode.BAD_FIELD, "legs");
    }
    return all;
  }

  /** One wish a lab; a lab is named once. */
  List<BookingWish> wishes(SeriesId event, String login) {
    List<BookingWish> wishes = new ArrayList<>();
    List<LabId> seen = new ArrayList<>();
    String what = purpose == null ? Purpose.EVENT.name() : purpose;
    for (int i = 0; i < given().size(); i++) {
      Leg leg = given().get(i);
      LabId lab = Fields.id("legs[" + i + "].lab", leg.lab(), LabId::new);
      if (seen.contains(lab)) {
        throw Problem.at(ProblemCode.BAD_FIELD, "legs[" + i + "].lab");
      }
      seen.add(lab);
      NewBooking one =
          new NewBooking(
              leg.lab(),
              null,
              leg.group(),
              null,
              leg.count(),
              leg.features(),
              leg.wholeLab(),
              start,
              end,
              what,
              title,
              null,
              link,
              kbpsPerClient,
              screens,
              override,
              null);
      wishes.add(one.wish(NewSeries.idOf(event, lab.value()), login, event));
    }
    return wishes;
  }
}
