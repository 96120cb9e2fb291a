/** Card readers that type, read below the keyboard so that no browser sees the digits. */
@NullMarked
package kafedra.kiosk.evdev;

import org.jspecify.annotations.NullMarked;
