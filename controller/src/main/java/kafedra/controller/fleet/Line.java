package kafedra.controller.fleet;

import kafedra.controller.roster.Building;
import org.jspecify.annotations.Nullable;

/**
 * A building's line against its criterion.
 *
 * @param latest null when it was never measured
 * @param windows those of the last {@value Lines#DAYS} days that prove anything: a lower bound
 *     below the criterion does not
 * @param atOrAbove those of {@code windows} at or above the criterion
 */
public record Line(
    Building building, Contact contact, @Nullable LineWindow latest, int windows, int atOrAbove) {}
