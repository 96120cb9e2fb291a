package kafedra.controller.queue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kafedra.contract.id.BuildingId;
import kafedra.contract.id.KioskId;
import kafedra.contract.message.FreeElsewhere;
import kafedra.contract.message.SeatCondition;
import kafedra.contract.message.SeatState;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.fleet.Contact;
import kafedra.controller.fleet.LiveDistrict;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;

/**
 * Tells buildings without a free seat where seats are free. A building that has one is told
 * nothing, and nobody is told the same again before it grows old: the line is thin. For one thread.
 */
public final class ElsewhereDesk {
  /** What did not change is told again after this, so that a screen knows that it still holds. */
  static final Duration TOLD_AGAIN = Duration.ofMinutes(5);

  private final Roster roster;
  private final Calendar calendar;
  private final LiveDistrict live;
  private final ElsewhereSender sender;
  private final InstantSource clock;
  private final Map<KioskId, FreeElsewhere> told = new HashMap<>();

  public ElsewhereDesk(
      Roster roster,
      Calendar calendar,
      LiveDistrict live,
      ElsewhereSender sender,
      InstantSource clock) {
    this.roster = roster;
    this.calendar = calendar;
    this.live = live;
    this.sender = sender;
    this.clock = clock;
  }

  /** Looks at every building, and tells those that need to know. */
  public void tick() {
    Instant now = clock.instant();
    Premises premises = roster.premises();
    Map<BuildingId, Integer> free = new HashMap<>();
    for (Building building : premises.buildings()) {
      if (live.status(building.kiosk()).contact() == Contact.ONLINE) {
        free.put(building.id(), freeIn(premises, building, now));
      }
    }
    for (Building building : premises.buildings()) {
      if (Optional.ofNullable(free.get(building.id())).filter(seats -> seats == 0).isPresent()) {
        tell(building, places(premises, building, free), now);
      }
    }
  }

  private int freeIn(Premises premises, Building building, Instant now) {
    return (int)
        premises.labsOf(building.id()).stream()
            .filter(lab -> isOpen(lab, now))
            .flatMap(lab -> premises.seatsOf(lab.id()).stream())
            .flatMap(seat -> live.seat(seat.id()).stream())
            .map(SeatState::condition)
            .filter(condition -> condition == SeatCondition.FREE)
            .count();
  }

  private boolean isOpen(Lab lab, Instant now) {
    return calendar
        .of(lab.school())
        .map(hours -> hours.day(lab.id(), LocalDate.ofInstant(now, hours.zone())))
        .filter(day ->
            day instanceof DayPlan.Open open
                && open.holds(TimeSlot.of(now, NextFree.WORTH_SITTING)))
        .isPresent();
  }

  private static List<FreeElsewhere.Place> places(
      Premises premises, Building except, Map<BuildingId, Integer> free) {
    return premises.buildings().stream()
        .filter(building -> !building.id().equals(except.id()))
        .filter(building -> free.getOrDefault(building.id(), 0) > 0)
        .map(building ->
            new FreeElsewhere.Place(
                premises.school(building.school()).map(School::name).orElse(""),
                building.village().isEmpty() ? building.name() : building.village(),
                free.getOrDefault(building.id(), 0)))
        .sorted(
            Comparator.comparingInt(FreeElsewhere.Place::seats)
                .reversed()
                .thenComparing(FreeElsewhere.Place::school)
                .thenComparing(FreeElsewhere.Place::building))
        .limit(FreeElsewhere.MOST)
        .toList();
  }

  private void tell(Building building, List<FreeElsewhere.Place> places, Instant now) {
    FreeElsewhere before = told.get(building.kiosk());
    boolean same =
        before != null
            && before.places().equals(places)
            && Duration.between(before.at(), now).compareTo(TOLD_AGAIN) < 0;
    if (!same) {
      FreeElsewhere fresh = new FreeElsewhere(now, places);
      sender.send(building.kiosk(), fresh);
      told.put(building.kiosk(), fresh);
    }
  }
}
