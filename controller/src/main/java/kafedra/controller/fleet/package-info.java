/**
 * What stands in the buildings and how it is: kiosks, agents, lines and the rooms as they are now.
 * The present lives in memory, since every kiosk says it anew at each connection; only the last
 * contact and the history are kept.
 */
@NullMarked
package kafedra.controller.fleet;

import org.jspecify.annotations.NullMarked;
