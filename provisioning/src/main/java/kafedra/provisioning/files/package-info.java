/** Folders and files of a district on this machine. */
@NullMarked
package kafedra.provisioning.files;

import org.jspecify.annotations.NullMarked;
