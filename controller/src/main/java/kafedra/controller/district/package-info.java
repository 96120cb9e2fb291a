/** The district as its people describe it in one file, and how that comes into force. */
@NullMarked
package kafedra.controller.district;

import org.jspecify.annotations.NullMarked;
