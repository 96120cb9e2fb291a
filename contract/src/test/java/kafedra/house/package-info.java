/** The house rules that every module is held to, and the proof that they bite. */
@NullMarked
package kafedra.house;

import org.jspecify.annotations.NullMarked;
