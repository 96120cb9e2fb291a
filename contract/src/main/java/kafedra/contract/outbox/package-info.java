/** Numbered records that leave a device exactly once: kept until the receiver has committed. */
@NullMarked
package kafedra.contract.outbox;

import org.jspecify.annotations.NullMarked;
