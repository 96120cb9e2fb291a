package kafedra.controller.booking;

/**
 * What a feature has kept together with bookings, or not at all. The schedule does not look into
 * it; each store knows which there are and how they are written.
 */
public interface Attachment {}
