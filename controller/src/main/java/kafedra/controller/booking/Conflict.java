package kafedra.controller.booking;

import kafedra.contract.id.BookingId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.WorkstationId;
import kafedra.contract.time.TimeSlot;
import org.jspecify.annotations.Nullable;

/**
 * A booking that stands in the way. It tells no name: who asks may be of another school.
 *
 * @param workstation the seat in dispute; null when the person is
 */
public record Conflict(
    BookingId booking, LabId lab, @Nullable WorkstationId workstation, TimeSlot slot) {}
