/** What Linux tells of this machine under /proc. */
@NullMarked
package kafedra.kiosk.linux;

import org.jspecify.annotations.NullMarked;
