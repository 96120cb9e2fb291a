package kafedra.controller.calendar;

/** Days without lessons: holidays between terms, or a single one. */
public record Holiday(String name, DaySpan days) {}
