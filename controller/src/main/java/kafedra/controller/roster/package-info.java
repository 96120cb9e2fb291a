/** Schools, their rooms, and the people who may come. */
@NullMarked
package kafedra.controller.roster;

import org.jspecify.annotations.NullMarked;
