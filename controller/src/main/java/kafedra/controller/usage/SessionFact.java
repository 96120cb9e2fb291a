package kafedra.controller.usage;

import java.time.Duration;
import java.time.Instant;
import kafedra.contract.id.GroupId;
import kafedra.contract.id.LabId;
import kafedra.contract.id.PersonId;
import kafedra.controller.booking.Purpose;
import org.jspecify.annotations.Nullable;

/**
 * A session as reports need it.
 *
 * @param lab null when its workstation is unknown
 * @param person null until the record of the start has come
 * @param group of its booking, else the person's class; null without either
 * @param purpose of its booking; null for a walk-in
 * @param signedIn so far or finally, by the agent's monotonic clock
 * @param active at most {@code signedIn}
 */
public record SessionFact(
    @Nullable LabId lab,
    @Nullable PersonId person,
    @Nullable GroupId group,
    @Nullable Purpose purpose,
    Instant start,
    Duration signedIn,
    Duration active) {}
