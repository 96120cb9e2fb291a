/** Tests. */
@NullMarked
package kafedra.kiosk.sqlite;

import org.jspecify.annotations.NullMarked;
