package kafedra.controller.calendar;

import kafedra.contract.time.TimeSlot;

/**
 * A lesson of one day.
 *
 * @param number within its shift, from 0
 */
public record Lesson(int number, Shift shift, TimeSlot slot) {}
