/** The controller and the kiosks as their HTTP interfaces show them. */
@NullMarked
package kafedra.provisioning.http;

import org.jspecify.annotations.NullMarked;
