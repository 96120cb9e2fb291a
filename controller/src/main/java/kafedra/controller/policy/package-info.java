/**
 * The rules that a school sets for its bookings: which are switched on, with which numbers; and
 * what people and seats are to them. How each rule judges stands with the bookings.
 */
@NullMarked
package kafedra.controller.policy;

import org.jspecify.annotations.NullMarked;
