/** The one server of the district. */
@NullMarked
package kafedra.controller;

import org.jspecify.annotations.NullMarked;
