/** What a measurement says, and of which machine under which load. */
@NullMarked
package kafedra.bench.report;

import org.jspecify.annotations.NullMarked;
