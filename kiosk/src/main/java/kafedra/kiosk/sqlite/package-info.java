/** The kiosk's one database. */
@NullMarked
package kafedra.kiosk.sqlite;

import org.jspecify.annotations.NullMarked;
