/** The portal: pages, the screen's HTTP interface, and events that are pushed to it. */
@NullMarked
package kafedra.kiosk.web;

import org.jspecify.annotations.NullMarked;
