package kafedra.contract.message;

import kafedra.contract.time.Stamp;

/**
 * A kiosk as it is now, retained.
 *
 * @param version of its program
 * @param waiting people in the queue
 * @param unsent records in the outbox that are not acknowledged
 */
public record KioskState(Stamp at, String version, int waiting, long unsent, Health health)
    implements Message.FromKiosk {}
