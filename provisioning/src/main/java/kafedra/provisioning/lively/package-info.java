/**
 * Made-up pupils who come and go through a kiosk's own screen interface, so that a demo's rooms
 * live.
 */
@NullMarked
package kafedra.provisioning.lively;

import org.jspecify.annotations.NullMarked;
