/** The kiosk program: one per building. {@code KioskMain} alone knows all of its parts. */
@NullMarked
package kafedra.kiosk;

import org.jspecify.annotations.NullMarked;
