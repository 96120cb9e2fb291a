/** Sessions as the kiosks reported them. They are the kiosks' facts: nothing here changes one. */
@NullMarked
package kafedra.controller.session;

import org.jspecify.annotations.NullMarked;
