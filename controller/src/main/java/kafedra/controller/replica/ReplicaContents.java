package kafedra.controller.replica;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.message.LessonLink;
import kafedra.contract.message.ReplicaItem;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Booking;
import kafedra.controller.booking.BookingDesk;
import kafedra.controller.booking.BookingStatus;
import kafedra.controller.booking.Holder;
import kafedra.controller.calendar.Calendar;
import kafedra.controller.calendar.DayPlan;
import kafedra.controller.calendar.SchoolCalendar;
import kafedra.controller.policy.Need;
import kafedra.controller.policy.Needs;
import kafedra.controller.policy.Policies;
import kafedra.controller.roster.Building;
import kafedra.controller.roster.EntryCodes;
import kafedra.controller.roster.KioskAccount;
import kafedra.controller.roster.Lab;
import kafedra.controller.roster.Member;
import kafedra.controller.roster.Person;
import kafedra.controller.roster.Premises;
import kafedra.controller.roster.Roster;
import kafedra.controller.roster.School;
import kafedra.controller.roster.Workstation;

/** Puts together all that one building needs. */
public final class ReplicaContents {
  /** How far ahead a building knows its bookings; it can work alone for about as long. */
  public static final Duration AHEAD = Duration.ofDays(14);

  /**
   * How long an answer to a kiosk's request stays, even if its slot is over: the kiosk may be cut
   * off.
   */
  public static final Duration ANSWER_STAYS = Duration.ofDays(2);

  private final Roster roster;
  private final Calendar calendar;
  private final BookingDesk bookings;
  private final Verification verification;
  private final Needs needs;
  private final ScreenItems screens;
  private final EntryCodes codes;
  private final Policies policies;

  public ReplicaContents(
      Roster roster,
      Calendar calendar,
      BookingDesk bookings,
      Verification verification,
      Needs needs,
      ScreenItems screens,
      EntryCodes codes,
      Policies policies) {
    this.roster = roster;
    this.calendar = calendar;
    this.bookings = bookings;
    this.verification = verification;
    this.needs = needs;
    this.screens = screens;
    this.codes = codes;
    this.policies = policies;
  }

  /** Everything the building needs at this moment, by key. */
  public Map<String, ReplicaItem> of(Building building, Instant now) {
    Map<String, ReplicaItem> items = new LinkedHashMap<>();
    Consumer<ReplicaItem> add = item -> items.put(item.key(), item);
    Premises premises = roster.premises();
    premises.school(building.school()).ifPresent(school -> addSite(building, school, now, add));
    for (Lab lab : premises.labsOf(building.id())) {
      add.accept(new ReplicaItem.Lab(lab.id(), lab.name()));
      premises.seatsOf(lab.id()).forEach(seat -> add.accept(seat(seat)));
    }
    List<Booking> known = bookingsOf(building, now);
    known.forEach(booking -> add.accept(booking(booking)));
    addGroups(known, add);
    codes.open(building.id(), now).forEach(add);
    premises.kiosk(building.kiosk()).ifPresent(account -> addPeople(building, account, known, add));
    premises
        .school(building.school())
        .ifPresent(it -> screens.add(building, it.zone(), now, people(items), add));
    return items;
  }

  /** What the booked groups are called. */
  private void addGroups(List<Booking> known, Consumer<ReplicaItem> add) {
    Set<GroupId> booked =
        known.stream()
            .filter(booking -> booking.status() == BookingStatus.CONFIRMED)
            .map(Booking::holder)
            .filter(Holder.OfGroup.class::isInstance)
            .map(it -> ((Holder.OfGroup) it).group())
            .collect(Collectors.toUnmodifiableSet());
    roster
        .groups(booked)
        .values()
        .forEach(group -> add.accept(new ReplicaItem.Group(group.id(), group.name())));
  }

  private static Set<PersonId> people(Map<String, ReplicaItem> items) {
    return items.values().stream()
        .filter(ReplicaItem.Person.class::isInstance)
        .map(it -> ((ReplicaItem.Person) it).id())
        .collect(Collectors.toUnmodifiableSet());
  }

  private void addSite(Building building, School school, Instant now, Consumer<ReplicaItem> add) {
    add.accept(
        new ReplicaItem.Site(building.id(), school.name(), building.name(), school.zone().getId()));
    calendar
        .of(school.id())
        .ifPresent(hours -> {
          add.accept(hours.rules().with(policies.of(school.id()).turns()));
          hours.bells().forEach(add);
          addDays(building, hours, now, add);
        });
  }

  /** What each of the days ahead is for each lab; today's too. */
  private void addDays(
      Building building, SchoolCalendar hours, Instant now, Consumer<ReplicaItem> add) {
    LocalDate today = LocalDate.ofInstant(now, hours.zone());
    for (Lab lab : roster.premises().labsOf(building.id())) {
      for (long day = 0; day <= AHEAD.toDays(); day++) {
        LocalDate date = today.plusDays(day);
        add.accept(labDay(lab.id(), date, hours.day(lab.id(), date)));
      }
    }
  }

  private static ReplicaItem.LabDay labDay(LabId lab, LocalDate date, DayPlan plan) {
    return switch (plan) {
      case DayPlan.Open open ->
          new ReplicaItem.LabDay(
              lab,
              date,
              open.hours(),
              open.lessons().stream()
                  .map(it -> new ReplicaItem.LabLesson(it.number(), it.slot()))
                  .toList(),
              null,
              "");
      case DayPlan.Closed closed ->
          new ReplicaItem.LabDay(
              lab,
              date,
              List.of(),
              List.of(),
              reason(closed.reason()),
              closed.note(),
              closed.running());
    };
  }

  private static ReplicaItem.Closed reason(DayPlan.Reason reason) {
    return switch (reason) {
      case OUTSIDE_SCHOOL_YEAR -> ReplicaItem.Closed.OUTSIDE_SCHOOL_YEAR;
      case HOLIDAY -> ReplicaItem.Closed.HOLIDAY;
      case DAY_OFF -> ReplicaItem.Closed.DAY_OFF;
      case CLOSED -> ReplicaItem.Closed.CLOSED;
      case REMOTE -> ReplicaItem.Closed.REMOTE;
    };
  }

  private static ReplicaItem seat(Workstation seat) {
    return new ReplicaItem.Seat(
        seat.id(),
        seat.lab(),
        seat.label(),
        seat.row(),
        seat.column(),
        seat.features(),
        seat.service());
  }

  /** Confirmed ones of the days ahead, and every answer to this kiosk's own requests. */
  private List<Booking> bookingsOf(Building building, Instant now) {
    List<Booking> all = new ArrayList<>();
    for (Lab lab : roster.premises().labsOf(building.id())) {
      bookings.inLab(lab.id(), TimeSlot.of(now, AHEAD)).stream()
          .filter(booking -> booking.status() == BookingStatus.CONFIRMED)
          .forEach(all::add);
      all.addAll(bookings.answeredSince(lab.id(), now.minus(ANSWER_STAYS)));
    }
    return all;
  }

  private static ReplicaItem booking(Booking booking) {
    return new ReplicaItem.Booking(
        booking.id(),
        booking.holder() instanceof Holder.OfPerson one ? one.person() : null,
        booking.holder() instanceof Holder.OfGroup many ? many.group() : null,
        booking.slot(),
        booking.seats(),
        switch (booking.status()) {
          case CONFIRMED -> ReplicaItem.BookingStatus.CONFIRMED;
          case REFUSED -> ReplicaItem.BookingStatus.REFUSED;
          case HELD, CANCELLED, EXPIRED, RELEASED -> ReplicaItem.BookingStatus.CANCELLED;
        },
        LessonLink.of(booking.online().link()).orElse(null));
  }

  /** The building's own school, and whoever else is expected there. */
  private void addPeople(
      Building building, KioskAccount account, List<Booking> known, Consumer<ReplicaItem> add) {
    Map<PersonId, Member> members = new HashMap<>();
    Consumer<Member> note = member -> members.put(member.person().id(), member);
    roster.membersOf(building.school()).forEach(note);
    Set<Holder> expected = new LinkedHashSet<>();
    known.stream()
        .filter(booking -> booking.status() == BookingStatus.CONFIRMED)
        .map(Booking::holder)
        .forEach(expected::add);
    for (Holder holder : expected) {
      switch (holder) {
        case Holder.OfGroup many -> roster.membersIn(many.group()).forEach(note);
        case Holder.OfPerson one -> {
          if (!members.containsKey(one.person())) {
            roster.person(one.person()).ifPresent(guest -> noteGuest(guest, note));
          }
        }
        case Holder.Nobody nobody -> {}
      }
    }
    members.values().stream().map(member -> person(account, member)).forEach(add);
  }

  private void noteGuest(Person guest, Consumer<Member> note) {
    roster.membersOf(guest.school()).stream()
        .filter(member -> member.person().id().equals(guest.id()))
        .forEach(note);
  }

  private ReplicaItem person(KioskAccount account, Member member) {
    Person person = member.person();
    return new ReplicaItem.Person(
        person.id(),
        person.greeting(),
        member.credentials().number(),
        verification.pin(account, member.credentials()),
        verification.cards(account, member.credentials()),
        person.groups(),
        person.grade(),
        person.role(),
        needs.of(person.id()).contains(Need.PRIORITY) ? ReplicaItem.Priority.SHORTER_WAIT : null);
  }
}
