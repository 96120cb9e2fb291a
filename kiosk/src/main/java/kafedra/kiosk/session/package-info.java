/** Who uses which seat, and until when. Sessions are the kiosk's own: they need no connection. */
@NullMarked
package kafedra.kiosk.session;

import org.jspecify.annotations.NullMarked;
