package kafedra.controller.queue;

import java.time.Duration;
import java.time.Instant;
import kafedra.contract.id.LabId;
import kafedra.contract.message.TicketFate;
import org.jspecify.annotations.Nullable;

/**
 * One wait that is over.
 *
 * @param lab null when any would have done and none was given
 * @param stated the wait that was told; null when nobody could say
 * @param waited until a seat was theirs; null if none ever was
 */
public record Wait(
    @Nullable LabId lab,
    Instant drawnAt,
    @Nullable Duration stated,
    @Nullable Duration waited,
    TicketFate fate) {}
