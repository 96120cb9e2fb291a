/** Things at the kiosk's front: reader, lights, buzzer, button. */
@NullMarked
package kafedra.kiosk.device;

import org.jspecify.annotations.NullMarked;
