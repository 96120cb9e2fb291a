/** The kiosk's two brokers: the district's, and the building's own. */
@NullMarked
package kafedra.kiosk.mqtt;

import org.jspecify.annotations.NullMarked;
