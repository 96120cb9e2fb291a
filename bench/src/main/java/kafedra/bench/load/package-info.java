/** Simulated kiosks and pupils that put load on real programs through their real protocols. */
@NullMarked
package kafedra.bench.load;

import org.jspecify.annotations.NullMarked;
