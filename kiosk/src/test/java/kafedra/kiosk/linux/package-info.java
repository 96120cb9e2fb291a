/** Tests. */
@NullMarked
package kafedra.kiosk.linux;

import org.jspecify.annotations.NullMarked;
