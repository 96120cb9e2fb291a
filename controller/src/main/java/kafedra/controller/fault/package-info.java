/** What people at kiosks say is broken, until somebody has looked at it. */
@NullMarked
package kafedra.controller.fault;

import org.jspecify.annotations.NullMarked;
