/** What the kiosk must never forget: changes that are committed together or not at all. */
@NullMarked
package kafedra.kiosk.journal;

import org.jspecify.annotations.NullMarked;
