/** Tests of the whole kiosk. */
@NullMarked
package kafedra.kiosk;

import org.jspecify.annotations.NullMarked;
