/** Three faces, asked now and then, told as sums and as nobody's. */
@NullMarked
package kafedra.kiosk.survey;

import org.jspecify.annotations.NullMarked;
