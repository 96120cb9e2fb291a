/** One command for the table of figures; one class a figure. */
@NullMarked
package kafedra.bench;

import org.jspecify.annotations.NullMarked;
