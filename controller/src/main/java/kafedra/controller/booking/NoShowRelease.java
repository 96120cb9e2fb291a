package kafedra.controller.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.SchoolId;
import kafedra.controller.booking.Act.Deed;
import kafedra.controller.policy.PolicyName;

/**
 * Gives on the seats that nobody came for: the rule {@link PolicyName#NO_SHOW_RELEASE}. Only when
 * the site has said all that happened there since the grace was over: behind a cut line somebody
 * may sit on the seat, and then nothing is taken away.
 */
public final class NoShowRelease {
  /** Where nobody need sign in at a seat for the time to be used. */
  private static final Set<Purpose> NOT_SIGNED_IN_FOR =
      EnumSet.of(Purpose.EXAM, Purpose.EVENT, Purpose.WEBINAR, Purpose.MAINTENANCE);

  /** How long each school waits for whoever booked. */
  @FunctionalInterface
  public interface Grace {
    /** Empty for a school that is gone. */
    Optional<Duration> of(SchoolId school);
  }

  /** What sites have told. */
  @FunctionalInterface
  public interface SiteWord {
    /** Whether all that happened in the building up to the moment has arrived here. */
    boolean isCompleteUpTo(BuildingId building, Instant moment);
  }

  private final BookingDesk desk;
  private final Grace grace;
  private final SiteWord word;

  public NoShowRelease(BookingDesk desk, Grace grace, SiteWord word) {
    this.desk = desk;
    this.grace = grace;
    this.word = word;
  }

  /** Releases what nobody came for; returns after the commit. */
  public void tick(Instant now) {
    if (!missed(now).isEmpty()) {
      int _ = desk.workNow(work -> release(work, now));
    }
  }

  /** Looks again, since somebody may have sat down or cancelled meanwhile. */
  private int release(BookingWork work, Instant now) {
    List<Booking> missed = missed(now);
    for (Booking booking : missed) {
      String detail = "rule=" + PolicyName.NO_SHOW_RELEASE;
      work.replace(
          booking,
          booking.with(BookingStatus.RELEASED),
          new Act(Act.PROGRAM, now, Deed.RELEASED, detail));
    }
    return missed.size();
  }

  private List<Booking> missed(Instant now) {
    return desk.running(now).stream().filter(booking -> isMissed(booking, now)).toList();
  }

  private boolean isMissed(Booking booking, Instant now) {
    return booking.status() == BookingStatus.CONFIRMED
        && booking.checkedIn() == null
        && !(booking.holder() instanceof Holder.Nobody)
        && !NOT_SIGNED_IN_FOR.contains(booking.purpose())
        && desk.holds(PolicyName.NO_SHOW_RELEASE, booking.school())
        && grace
            .of(booking.school())
            .map(wait -> awaitedFrom(booking).plus(wait))
            .filter(over -> !now.isBefore(over))
            .filter(over -> word.isCompleteUpTo(booking.building(), over))
            .isPresent();
  }

  /** Whoever books a seat that has begun has the grace from then on. */
  private static Instant awaitedFrom(Booking booking) {
    Instant start = booking.slot().start();
    return booking.madeAt().isAfter(start) ? booking.madeAt() : start;
  }
}
