/** The workstations of the building and the agents that hold their screens. */
@NullMarked
package kafedra.kiosk.seat;

import org.jspecify.annotations.NullMarked;
