/** The stores of the controller's features, in one SQLite file. */
@NullMarked
package kafedra.controller.sqlite;

import org.jspecify.annotations.NullMarked;
