/**
 * What kiosks report, taken in for good: each record once, in the order of its stream, acknowledged
 * only after the commit.
 */
@NullMarked
package kafedra.controller.intake;

import org.jspecify.annotations.NullMarked;
