/**
 * The measurements. Each runs the real programs, stores and brokers, and says what load it put on
 * them.
 */
@NullMarked
package kafedra.bench.figure;

import org.jspecify.annotations.NullMarked;
