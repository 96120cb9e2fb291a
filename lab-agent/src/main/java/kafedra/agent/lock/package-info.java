/** The seat: whose session has the screen, until when, and what it used. */
@NullMarked
package kafedra.agent.lock;

import org.jspecify.annotations.NullMarked;
