/** Tests. */
@NullMarked
package kafedra.kiosk.web;

import org.jspecify.annotations.NullMarked;
