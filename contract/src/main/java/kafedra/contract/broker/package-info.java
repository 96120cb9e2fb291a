/** The MQTT broker inside a program, for one machine and for tests. */
@NullMarked
package kafedra.contract.broker;

import org.jspecify.annotations.NullMarked;
