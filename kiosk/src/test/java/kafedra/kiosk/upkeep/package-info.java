/** The kiosk's own well-being: what is wrong with it, and the sign of life it gives. */
@NullMarked
package kafedra.kiosk.upkeep;

import org.jspecify.annotations.NullMarked;
