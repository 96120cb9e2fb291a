/**
 * Time in steps of five minutes and the seats of a lab as bits: what is taken when, and when the
 * next seats are free. It knows no bookings, only that a seat is taken or not.
 */
@NullMarked
package kafedra.controller.slot;

import org.jspecify.annotations.NullMarked;
