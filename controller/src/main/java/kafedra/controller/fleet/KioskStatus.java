package kafedra.controller.fleet;

import java.time.Instant;
import kafedra.contract.id.KioskId;
import kafedra.contract.message.KioskState;
import org.jspecify.annotations.Nullable;

/**
 * A kiosk as the controller knows it.
 *
 * @param lastContact when it was last heard, by the controller's clock; null when never
 * @param state what it last said of itself since the controller's start; null when nothing
 */
public record KioskStatus(
    KioskId kiosk, Contact contact, @Nullable Instant lastContact, @Nullable KioskState state) {}
