/** Tests. */
@NullMarked
package kafedra.kiosk.pi4j;

import org.jspecify.annotations.NullMarked;
