/** A SQLite file with one writer, durable at every commit. */
@NullMarked
package kafedra.contract.sqlite;

import org.jspecify.annotations.NullMarked;
