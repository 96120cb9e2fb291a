package kafedra.controller.usage;

import java.time.Instant;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.contract.time.TimeSlot;
import kafedra.controller.booking.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A confirmed booking as reports need it.
 *
 * @param person null for a group's
 * @param group that booked, else the person's class; null without either
 * @param seats how many
 * @param checkedIn when the first person sat down for it; null while nobody has
 */
public record BookingFact(
    LabId lab,
    @Nullable PersonId person,
    @Nullable GroupId group,
    Purpose purpose,
    TimeSlot slot,
    int seats,
    @Nullable Instant checkedIn) {}
