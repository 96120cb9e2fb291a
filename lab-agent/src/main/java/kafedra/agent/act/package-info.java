/** What staff have done at this workstation. */
@NullMarked
package kafedra.agent.act;

import org.jspecify.annotations.NullMarked;
