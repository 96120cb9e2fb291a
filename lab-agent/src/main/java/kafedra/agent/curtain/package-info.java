/** What a session's locker shows: the cover over a locked screen, and notices over an open one. */
@NullMarked
package kafedra.agent.curtain;

import org.jspecify.annotations.NullMarked;
