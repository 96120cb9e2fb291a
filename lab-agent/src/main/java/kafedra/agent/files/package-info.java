/** What a seat remembers over kill -9 and power cuts, in one small file. */
@NullMarked
package kafedra.agent.files;

import org.jspecify.annotations.NullMarked;
