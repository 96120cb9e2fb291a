/** Tests. */
@NullMarked
package kafedra.kiosk.desk;

import org.jspecify.annotations.NullMarked;
