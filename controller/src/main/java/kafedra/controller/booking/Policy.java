package kafedra.controller.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kafedra.contract.id.PersonId;
import kafedra.contract.id.WorkstationId;
import kafedra.controller.policy.PolicySettings;

/** One rule of what may be booked. */
@FunctionalInterface
interface Policy {
  /** Why this cannot be; empty when the rule has nothing against it. */
  Optional<Refusal> judge(Case it);

  /** A rule of who may have which seat. */
  @FunctionalInterface
  interface Gate {
    /** Why one of these seats cannot be had, naming those; empty when all can. */
    Optional<Refusal> judge(Case it, List<WorkstationId> seats);
  }

  /**
   * What is judged.
   *
   * @param moving the booking as it stands, when it is only to be changed: it is not in its own way
   *     and does not count twice
   * @param schedule all other bookings
   * @param settings the rules of the school whose lab it is
   */
  record Case(
      BookingWish wish,
      Room room,
      Optional<Booking> moving,
      Schedule schedule,
      Facts facts,
      PolicySettings settings,
      Instant now) {

    /** The person it is for, if it is for one. */
    Optional<PersonId> person() {
      return wish.holder() instanceof Holder.OfPerson one
          ? Optional.of(one.person())
          : Optional.empty();
    }

    /** The person who wants the time for themselves; empty when the school sets the time. */
    Optional<PersonId> ownTimeOf() {
      return wish.purpose().isOwn() ? person() : Optional.empty();
    }

    ZoneId zone() {
      return room.zone();
    }

    /** The local day on which it begins. */
    LocalDate day() {
      return LocalDate.ofInstant(wish.slot().start(), zone());
    }

    LocalDate today() {
      return LocalDate.ofInstant(now, zone());
    }
  }
}
