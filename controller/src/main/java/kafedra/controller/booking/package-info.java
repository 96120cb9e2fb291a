/**
 * Promises of seats: who may have which seat when. {@link kafedra.controller.booking.BookingDesk}
 * is the one door; what it may promise stands in {@link
 * kafedra.controller.booking.BookingPolicies}, and the store refuses a double promise by itself.
 */
@NullMarked
package kafedra.controller.booking;

import org.jspecify.annotations.NullMarked;
