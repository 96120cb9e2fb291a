package kafedra.controller.fleet;

import java.time.Duration;
import java.time.Instant;
import kafedra.contract.message.LineMethod;
import org.jspecify.annotations.Nullable;

/**
 * A building's line over one window, as its kiosk measured it; see {@link
 * kafedra.contract.message.SiteRecord.LineMeasured}.
 *
 * @param at end of the window
 * @param roundTrip null when nothing answered
 */
public record LineWindow(
    Instant at,
    Duration window,
    LineMethod method,
    int downKbps,
    int upKbps,
    int peakDownKbps,
    @Nullable Duration roundTrip) {}
