/**
 * A made-up district on this machine: what it consists of, how it is opened, what is said of it.
 */
@NullMarked
package kafedra.provisioning.demo;

import org.jspecify.annotations.NullMarked;
