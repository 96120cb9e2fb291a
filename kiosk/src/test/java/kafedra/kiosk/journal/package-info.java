/** Tests. */
@NullMarked
package kafedra.kiosk.journal;

import org.jspecify.annotations.NullMarked;
