/** Half-open time slots and clock stamps. */
@NullMarked
package kafedra.contract.time;

import org.jspecify.annotations.NullMarked;
