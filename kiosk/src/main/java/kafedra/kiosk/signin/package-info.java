/** Who stands before the screen, and how they proved it. */
@NullMarked
package kafedra.kiosk.signin;

import org.jspecify.annotations.NullMarked;
