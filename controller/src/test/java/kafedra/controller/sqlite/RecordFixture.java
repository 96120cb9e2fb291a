package kafedra.controller.sqlite;

import static kafedra.controller.booking.BookingFixture.MONDAY_10;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kafedra.contract.id.BookingId;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.SessionId;
import kafedra.contract.id.StreamId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.message.EndReason;
import kafedra.contract.message.Health;
import kafedra.contract.message.LineMethod;
import kafedra.contract.message.RecordBatch;
import kafedra.contract.message.RefusedDemand;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SignInMethod;
import kafedra.contract.message.SiteRecord;
import kafedra.contract.time.ClockTrust;
import kafedra.contract.time.Stamp;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.intake.Arrived;
import kafedra.controller.intake.Delivery;
import org.jspecify.annotations.Nullable;

/** A kiosk's records in the words of the library. */
public final class RecordFixture {
  public static final StreamId STREAM = new StreamId(new KioskId("k1"), "0123abcd");

  private RecordFixture() {}

  public static Stamp at(int minutes) {
    Duration since = Duration.ofMinutes(minutes);
    return new Stamp(MONDAY_10.plus(since), since, ClockTrust.TRUSTED);
  }

  public static SiteRecord started(String session, String seat, String person, int minute) {
    return started(session, seat, person, null, minute);
  }

  public static SiteRecord started(
      String session, String seat, String person, @Nullable String booking, int minute) {
    return new SiteRecord.SessionStarted(
        at(minute),
        new SessionId(session),
        new WorkstationId(seat),
        new PersonId(person),
        booking == null ? null : new BookingId(booking),
        SignInMethod.CARD,
        end(minute + 30));
  }

  public static Instant end(int minute) {
    return MONDAY_10.plus(Duration.ofMinutes(minute));
  }

  public static SiteRecord extended(String session, int minute, int untilMinute) {
    return new SiteRecord.SessionExtended(at(minute), new SessionId(session), end(untilMinute));
  }

  public static SiteRecord used(String session, int minute, int signedIn, int active) {
    return new SiteRecord.SessionUsed(
        at(minute),
        new SessionId(session),
        Duration.ofMinutes(signedIn),
        Duration.ofMinutes(active));
  }

  public static SiteRecord ended(String session, int minute, int signedIn, int active) {
    return new SiteRecord.SessionEnded(
        at(minute),
        new SessionId(session),
        EndReason.SIGNED_OUT,
        Duration.ofMinutes(signedIn),
        Duration.ofMinutes(active));
  }

  public static SiteRecord refused(int minute) {
    return new SiteRecord.DemandRefused(at(minute), RefusedDemand.NO_FREE_SEAT);
  }

  public static SiteRecord line(int minute, LineMethod method, int peakKbps) {
    return new SiteRecord.LineMeasured(
        at(minute), Duration.ofMinutes(5), method, peakKbps / 2, 100, peakKbps, null);
  }

  public static SiteRecord changed(String seat, int minute) {
    return new SiteRecord.SeatChanged(at(minute), new WorkstationId(seat), SeatCondition.FREE);
  }

  public static SiteRecord checked(String seat, int minute, int cpuPermille) {
    return new SiteRecord.WorkstationChecked(
        at(minute),
        new WorkstationId(seat),
        new Health(cpuPermille, 1000, 4000, 10_000, 60_000, 12, 3, null));
  }

  public static SiteRecord requested(
      String booking, String person, @Nullable String seat, TimeSlot slot) {
    return new SiteRecord.BookingRequested(
        at(0),
        new BookingId(booking),
        new PersonId(person),
        seat == null ? null : new WorkstationId(seat),
        slot);
  }

  public static SiteRecord withdrawn(String booking, String person) {
    return new SiteRecord.BookingWithdrawn(at(1), new BookingId(booking), new PersonId(person));
  }

  public static RecordBatch batch(long first, SiteRecord... records) {
    return new RecordBatch(STREAM, 1, first, List.of(records));
  }

  public static Delivery delivery(RecordBatch... batches) {
    return new Delivery(
        List.of(batches).stream()
            .map(it -> new Arrived(it.stream().kiosk(), new BuildingId("b1"), it))
            .toList(),
        List.of());
  }
}
