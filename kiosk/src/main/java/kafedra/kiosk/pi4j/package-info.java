/** Lights, buzzer and button on a Raspberry Pi's pins. */
@NullMarked
package kafedra.kiosk.pi4j;

import org.jspecify.annotations.NullMarked;
