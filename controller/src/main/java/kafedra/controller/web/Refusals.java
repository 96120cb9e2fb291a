package kafedra.controller.web;

import java.util.List;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.BookingOutcome;
import kafedra.controller.booking.Conflict;
import kafedra.controller.booking.Holder;
import kafedra.controller.booking.Refusal;
import org.jspecify.annotations.Nullable;

/** How a refused wish is told: by its first reason, with the slots that would do. */
final class Refusals {
  private Refusals() {}

  static Problem problem(BookingOutcome.Refused refused) {
    List<TimeSlot> slots = refused.suggestions();
    return switch (refused.reasons().getFirst()) {
      case Refusal.SeatTaken it ->
          Problem.with(ProblemCode.OVERLAP, extra("workstations", it.conflicts(), slots));
      case Refusal.PersonBusy it ->
          Problem.with(ProblemCode.PERSON_BUSY, extra("person", it.conflicts(), slots));
      case Refusal.NotEnoughSeats it ->
          Problem.with(
              ProblemCode.NOT_ENOUGH_SEATS,
              new Problem.Extra("count", it.free(), it.wanted(), null, slots),
              it.free(),
              it.wanted());
      case Refusal.OutsideOpeningHours it ->
          Problem.with(
              ProblemCode.OUTSIDE_OPENING_HOURS,
              extra("start", null, slots),
              it.opens(),
              it.closes());
      case Refusal.InThePast it ->
          Problem.with(ProblemCode.IN_THE_PAST, extra("start", null, slots));
      case Refusal.TooLong it ->
          Problem.with(ProblemCode.TOO_LONG, extra("end", null, slots), it.most().toMinutes());
      case Refusal.TooShort it ->
          Problem.with(ProblemCode.TOO_SHORT, extra("end", null, slots), it.least().toMinutes());
      case Refusal.TooFarAhead it ->
          Problem.with(ProblemCode.TOO_FAR_AHEAD, extra("end", null, slots), it.days());
      case Refusal.UnknownLab it -> Problem.at(ProblemCode.BAD_FIELD, "lab");
      case Refusal.UnusableSeats it ->
          Problem.with(ProblemCode.UNKNOWN_SEAT, extra("workstations", null, slots));
      case Refusal.UnknownHolder it -> unknown(it.holder());
      case Refusal.IdInUse it -> Problem.of(ProblemCode.ID_TAKEN);
    };
  }

  private static Problem unknown(Holder holder) {
    return switch (holder) {
      case Holder.OfPerson one -> Problem.at(ProblemCode.UNKNOWN_PERSON, "person");
      case Holder.OfGroup many -> Problem.at(ProblemCode.UNKNOWN_GROUP, "group");
    };
  }

  private static Problem.Extra extra(
      String field, @Nullable List<Conflict> conflicts, List<TimeSlot> suggestions) {
    return new Problem.Extra(
        field,
        null,
        null,
        conflicts == null ? null : conflicts.stream().map(Problem.ConflictView::of).toList(),
        suggestions);
  }
}
