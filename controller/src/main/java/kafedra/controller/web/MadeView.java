package kafedra.controller.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.stream.IntStream;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.replica.SiteKnowledge;
import kafedra.controller.roster.Roster;

/**
 * A booking that was made just now.
 *
 * @param warnings what the rules of the school say to whoever books
 * @param displaced what had to make room; of those that are cancelled, somebody must be told
 */
record MadeView(
    @JsonUnwrapped BookingView booking,
    List<Refusals.ReasonView> warnings,
    List<DisplacedView> displaced) {

  /** A booking as it was, and as it is now or would be. */
  record DisplacedView(BookingView before, BookingView after) {}

  static MadeView of(
      BookingOutcome.Placed placed, Roster roster, SiteKnowledge site, Tongue tongue) {
    return new MadeView(
        BookingView.list(List.of(placed.booking()), roster, site).getFirst(),
        Refusals.views(placed.warnings(), tongue),
        displaced(placed.displaced(), roster, site));
  }

  static List<DisplacedView> displaced(
      List<BookingOutcome.Displaced> displaced, Roster roster, SiteKnowledge site) {
    List<BookingView> before =
        BookingView.list(
            displaced.stream().map(BookingOutcome.Displaced::before).toList(), roster, site);
    List<BookingView> after =
        BookingView.list(
            displaced.stream().map(BookingOutcome.Displaced::after).toList(), roster, site);
    return IntStream.range(0, displaced.size())
        .mapToObj(i -> new DisplacedView(before.get(i), after.get(i)))
        .toList();
  }
}
