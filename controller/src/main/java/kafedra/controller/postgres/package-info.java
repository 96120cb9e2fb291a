/**
 * Bookings in PostgreSQL, which several controllers may share. One thread of each writes, in groups
 * with one commit, as with SQLite; the database refuses a double promise by itself, and controllers
 * hear of one another's writing.
 */
@NullMarked
package kafedra.controller.postgres;

import org.jspecify.annotations.NullMarked;
