/**
 * The district's side of MQTT. Arriving messages are committed in the groups in which they arrived;
 * the next group is read while one is written; nothing is answered before its commit.
 */
@NullMarked
package kafedra.controller.mqtt;

import org.jspecify.annotations.NullMarked;
