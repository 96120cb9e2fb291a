/** The line to the kiosk: orders in, reports out, over the site broker. */
@NullMarked
package kafedra.agent.mqtt;

import org.jspecify.annotations.NullMarked;
