/** What the building's Internet line carries, read from interface counters. */
@NullMarked
package kafedra.kiosk.line;

import org.jspecify.annotations.NullMarked;
