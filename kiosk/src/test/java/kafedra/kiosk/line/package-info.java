/** Tests. */
@NullMarked
package kafedra.kiosk.line;

import org.jspecify.annotations.NullMarked;
