/** The one home of MQTT topic names. Topics carry device ids and no names of people. */
@NullMarked
package kafedra.contract.topic;

import org.jspecify.annotations.NullMarked;
