/** Pictures that stand for people where a list of names would tell too much. */
@NullMarked
package kafedra.contract.picture;

import org.jspecify.annotations.NullMarked;
