/**
 * What each building needs to work on alone: computed from roster, calendar and bookings, numbered
 * where it changed, and handed to the kiosk piece by piece.
 */
@NullMarked
package kafedra.controller.replica;

import org.jspecify.annotations.NullMarked;
