/** An MQTT 5 connection that comes back by itself and never blocks its callers. */
@NullMarked
package kafedra.contract.link;

import org.jspecify.annotations.NullMarked;
