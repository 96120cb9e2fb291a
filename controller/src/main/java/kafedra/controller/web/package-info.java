/** The controller over HTTP: pages, REST, server-sent events. */
@NullMarked
package kafedra.controller.web;

import org.jspecify.annotations.NullMarked;
