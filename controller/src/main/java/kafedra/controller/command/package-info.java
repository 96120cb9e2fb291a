/** What staff ask a kiosk to do: kept, sent until it is answered or too late, done once. */
@NullMarked
package kafedra.controller.command;

import org.jspecify.annotations.NullMarked;
