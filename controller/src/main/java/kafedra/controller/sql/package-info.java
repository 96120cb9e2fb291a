/** What is the same of the schedule's rows in every database that keeps them. */
@NullMarked
package kafedra.controller.sql;

import org.jspecify.annotations.NullMarked;
