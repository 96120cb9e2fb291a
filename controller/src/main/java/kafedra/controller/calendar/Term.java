package kafedra.controller.calendar;

/** A part of the school year with lessons: a quarter, a trimester. */
public record Term(String name, DaySpan days) {}
