/**
 * How long people of an age may sit at a screen: dated tables of rules, and what of it a person has
 * used. The figures are data, in {@code files/norms-ru.json} or a file of the district's own.
 */
@NullMarked
package kafedra.controller.norm;

import org.jspecify.annotations.NullMarked;
